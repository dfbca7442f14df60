// The light on the clay figure: for the flat pictures (tools/atlas/render.js) and the living map alike.
// Normals are in the camera's axes (x right, y up, z to the eye), so the light stays where it is when the body turns.
float wrap(vec3 n, vec3 light, float soft) { return max(0.0, (dot(n, normalize(light)) + soft) / (1.0 + soft)); }

float lit(vec3 n, float open) {
  float sky = smoothstep(0.02, 0.98, open);
  vec3 toward_key = normalize(vec3(-0.60, 0.66, 0.58));
  float key = 1.02 * pow(wrap(n, toward_key, 0.24), 1.15);
  float fill = 0.13 * wrap(n, vec3(0.9, 0.05, 0.45), 0.4);
  float above = mix(0.130, 0.310, n.y * 0.5 + 0.5);
  float light = key * mix(0.42, 1.0, sky) + fill * mix(0.3, 1.0, sky) + above * mix(0.25, 1.0, sky);
  light += 0.055 * pow(max(dot(n, normalize(toward_key + vec3(0.0, 0.0, 1.0))), 0.0), 14.0) * sky;
  return light * (1.0 - 0.22 * pow(1.0 - max(n.z, 0.0), 3.0)); // the edge stands out from a light ground
}

// One tone from umber to cream: the hue follows the light alone, which keeps the picture calm and small.
vec3 clay(vec3 n, float open) {
  vec3 colour = vec3(0.660, 0.572, 0.492) * pow(vec3(lit(n, open)), vec3(0.90, 1.0, 1.09));
  return pow(clamp(colour, 0.0, 1.0), vec3(1.0 / 2.2));
}
