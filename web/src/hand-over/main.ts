import { mount } from "svelte";
import "../style/tokens.css";
import "../style/base.css";
import "../style/shared.css";
import "./page.css";
import Form from "./Form.svelte";
import type { Offered } from "./offered";

const [data, place] = [document.getElementById("offered"), document.getElementById("form")];
if (data !== null && place !== null) {
  const offered: Offered = JSON.parse(data.textContent);
  place.replaceChildren();
  mount(Form, { target: place, props: { offered } });
}
