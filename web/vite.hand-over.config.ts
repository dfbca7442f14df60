import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The form of the page that a professional opens: one script and one style sheet, which Python puts into that page.
export default defineConfig({
  plugins: [svelte()],
  publicDir: false,
  build: {
    outDir: "../src/unknot/handing/made",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    lib: {
      entry: "src/hand-over/main.ts",
      formats: ["iife"],
      name: "unknot",
      fileName: () => "form.js",
      cssFileName: "form",
    },
  },
});
