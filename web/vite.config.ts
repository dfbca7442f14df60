import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The server answers with `default-src 'self'`: nothing inline, no data: addresses, nothing from elsewhere.
export default defineConfig({
  plugins: [svelte()],
  base: "/",
  assetsInclude: ["**/*.bin"], // the model of the body, which tests read
  build: {
    outDir: "../src/unknot/web/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
  },
});
