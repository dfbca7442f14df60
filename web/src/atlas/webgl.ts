let known: boolean | null = null;

/** Whether this browser can draw the living map; with software too, only slower. Asked of it once for each page. */
export function hasWebGL(): boolean {
  known ??= canDraw();
  return known;
}

function canDraw(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext(); // a browser has only a few of them
  return context !== null;
}
