import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The worker's address stays the same for ever; what it holds names its version.
const PAGE_AND_WORKER = {
  input: { index: "index.html", worker: "src/offline/worker.ts" },
  output: {
    entryFileNames: ({ name }: { name: string }) =>
      name === "worker" ? "worker.js" : "assets/[name]-[hash].js",
  },
};

// The server answers with `default-src 'self'`: nothing inline, no data: addresses, nothing from elsewhere.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [svelte()],
  base: "/",
  assetsInclude: ["**/*.bin"], // the model of the body, which tests read
  build: {
    outDir: "../src/unknot/web/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What runs in Node, for tests and measurements, names its own entry.
    rolldownOptions: isSsrBuild ? {} : PAGE_AND_WORKER,
  },
  test: {
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
  },
}));
