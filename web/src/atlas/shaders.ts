// How skin and muscle are lit and coloured. The clay itself is one file with the flat pictures.
import CLAY from "./clay.glsl?raw";

const STRIPES = `
// Stripes along a cylinder round the neck, mirrored at the midline, a pixel soft at their edges.
float stripes(vec3 at) {
  float s = (abs(atan(at.x, at.z - 0.05)) * 0.055 + at.y) / 0.0072;
  float edge = max(fwidth(s), 0.001);
  float near = abs(fract(s) - 0.5);
  return smoothstep(0.22 + edge, 0.22 - edge, near);
}
// The hatch over all else: nothing that glows or was painted may hide it. It is dark on what shines, in any room.
vec3 hatched(vec3 colour, vec4 hatch, float never, vec3 at, float shine) {
  vec4 ink = mix(hatch, vec4(0.16, 0.06, 0.04, 0.62), shine);
  return mix(colour, ink.rgb, ink.a * smoothstep(0.0, 0.014, never) * stripes(at));
}`;

export const SKIN_VERTEX = `
attribute float sky;
attribute float solid;
attribute float never;
attribute float bare;
attribute float warm;
attribute float focus;
uniform float peeled;
varying vec3 vNormal;
varying vec3 vAt;
varying vec4 vShade;
varying vec2 vMark;
void main() {
  vNormal = normalMatrix * normal;
  vAt = position;
  vShade = vec4(sky, solid, never, bare * peeled);
  vMark = vec2(warm, focus);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

export const SKIN_FRAGMENT = `
${CLAY}
varying vec3 vNormal;
varying vec3 vAt;
varying vec4 vShade;
varying vec2 vMark;
uniform float dim;
uniform vec4 hatch;
${STRIPES}
void main() {
  vec3 n = normalize(vNormal);
  vec3 colour = clay(n, vShade.x) * dim;
  colour = mix(colour, colour * vec3(0.86, 0.74, 0.68), vShade.w);
  float warm = vMark.x;
  colour = mix(colour, colour * vec3(1.02, 0.60, 0.30), smoothstep(0.0, 0.45, warm));
  colour = mix(colour, vec3(1.0, 0.60, 0.22), 0.62 * smoothstep(0.15, 0.85, warm));
  colour = mix(colour, vec3(1.0, 0.86, 0.56), 0.5 * smoothstep(0.72, 1.0, warm));
  float rim = smoothstep(0.32, 0.46, vMark.y) * smoothstep(0.66, 0.5, vMark.y);
  colour = mix(colour, vec3(1.0, 0.66, 0.30), 0.22 * smoothstep(0.3, 0.7, vMark.y));
  colour = mix(colour, vec3(0.17, 0.09, 0.03), 0.75 * rim);
  colour = hatched(colour, hatch, vShade.z, vAt, smoothstep(0.15, 0.85, warm));
  gl_FragColor = vec4(colour * vShade.y, vShade.y);
}`;

export const MUSCLE_VERTEX = `
#define NEARER_M 0.035
attribute vec2 sheet;
attribute float never;
varying float vNever;
varying vec3 vNormal;
varying vec2 vSheet;
varying vec3 vAt;
void main() {
  vNormal = normalMatrix * normal;
  vSheet = sheet;
  vNever = never;
  vAt = position;
  vec4 at = modelViewMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * at;
  // Drawn where it is, but as near as the skin over it: what lies clearly before it still hides it.
  vec4 nearer = projectionMatrix * vec4(at.xy, at.z + NEARER_M, 1.0);
  gl_Position.z = nearer.z / nearer.w * gl_Position.w;
}`;

export const MUSCLE_FRAGMENT = `
${CLAY}
varying vec3 vNormal;
varying vec2 vSheet;
varying vec3 vAt;
uniform float shown;
uniform float glow;
uniform float dim;
uniform vec3 core;
uniform float seed;
uniform vec4 hatch;
varying float vNever;
${STRIPES}
float chance(float n) { return fract(sin(n * 91.17 + seed) * 43758.5453); }
float thread(float s) {
  float i = floor(s);
  return mix(chance(i), chance(i + 1.0), smoothstep(0.15, 0.85, fract(s)));
}
// Bundles, and finer and finer threads in them; each wanders a little on its way.
float fibres(vec2 at) {
  float wander = 0.012 * sin(at.y * 7.0 + seed) + 0.006 * sin(at.y * 17.0 + at.x * 9.0);
  float u = at.x + wander;
  return 0.45 * thread(u * 13.0) + 0.33 * thread(u * 37.0 + 5.0) + 0.22 * thread(u * 83.0 + 11.0);
}
void main() {
  vec3 n = normalize(vNormal);
  float f = fibres(vSheet);
  float end = min(vSheet.y, 1.0 - vSheet.y);
  float ragged = 0.10 + 0.07 * thread(vSheet.x * 29.0 + 3.0);
  float flesh = smoothstep(0.25 * ragged, ragged + 0.06, end);
  float light = lit(n, 0.9);
  vec3 belly = mix(vec3(0.27, 0.075, 0.06), vec3(0.74, 0.34, 0.265), f);
  vec3 tendon = mix(vec3(0.70, 0.62, 0.52), vec3(0.92, 0.86, 0.76), f);
  vec3 colour = mix(tendon, belly, flesh) * pow(light, 0.85) * 1.06;
  colour += flesh * 0.07 * pow(max(dot(n, normalize(vec3(-0.45, 0.6, 1.1))), 0.0), 22.0);
  colour = pow(clamp(colour, 0.0, 1.0), vec3(1.0 / 2.0)) * dim;
  float near = exp(-dot(vAt - core, vAt - core) / 0.0011);
  vec3 fire = mix(vec3(0.74, 0.34, 0.10), vec3(1.0, 0.70, 0.34), f) + near * vec3(0.25, 0.26, 0.24);
  fire = mix(vec3(0.93, 0.80, 0.64), fire, flesh);
  colour = mix(colour, fire, glow);
  colour = hatched(colour, hatch, vNever, vAt, mix(0.5, 1.0, glow));
  float edge = smoothstep(0.0, 0.045, min(vSheet.x, 1.0 - vSheet.x)) * smoothstep(0.0, 0.02, end);
  float facing = smoothstep(0.0, mix(0.12, 0.35, glow), n.z) * smoothstep(-0.300, -0.225, vAt.y);
  float alpha = shown * edge * facing * mix(1.0, mix(0.55, 0.92, flesh), glow);
  if (alpha < 0.01) discard;
  gl_FragColor = vec4(colour * alpha, alpha);
}`;
