import "./style/tokens.css";
import "./style/base.css";
import "./style/shared.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { startOffline } from "./offline/start";
import { loadWords } from "./words";

const target = document.querySelector("#app");
if (target === null) throw new Error("index.html has no #app");
await loadWords();
mount(App, { target });
startOffline();
