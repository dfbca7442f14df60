// Shades the models as clay. tools/atlas/make.py hands over geometry and a camera; this hands back a WebP picture.
import * as THREE from "three";

const WIDTH = 900;
const HEIGHT = 1000;
const OVERSAMPLE = 2;

const VERTEX = `
  attribute float sky;
  attribute float solid;
  varying vec3 vNormal;
  varying float vSky;
  varying float vSolid;
  void main() {
    vNormal = normalize(normalMatrix * normal);
    vSky = sky;
    vSolid = solid;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }`;

// The clay is one file with the living map.
const CLAY = await (await fetch("/clay.glsl")).text();

const FRAGMENT = `
  ${CLAY}
  varying vec3 vNormal;
  varying float vSky;
  varying float vSolid;
  uniform float mirror;
  void main() {
    if (vSolid < 0.004) discard;
    vec3 n = normalize(vNormal);
    n.x *= mirror;
    float solid = floor(vSolid * 56.0 + 0.5) / 56.0; // few steps: WebP keeps alpha without loss, and smooth ramps are dear
    gl_FragColor = vec4(clay(n, vSky) * solid, solid);
  }`;

const canvas = document.createElement("canvas");
const gl = new THREE.WebGLRenderer({ canvas, alpha: true, antialias: true, premultipliedAlpha: true, preserveDrawingBuffer: true });
gl.setSize(WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE, false);
gl.outputColorSpace = THREE.LinearSRGBColorSpace;
gl.setClearColor(0x000000, 0);

const decode = (text, Kind) => new Kind(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer);

function build({ points, normals, sky, solid, triangles }, mirror) {
  const shape = new THREE.BufferGeometry();
  shape.setAttribute("position", new THREE.BufferAttribute(decode(points, Float32Array), 3));
  shape.setAttribute("normal", new THREE.BufferAttribute(decode(normals, Float32Array), 3));
  shape.setAttribute("sky", new THREE.BufferAttribute(decode(sky, Float32Array), 1));
  shape.setAttribute("solid", new THREE.BufferAttribute(decode(solid, Float32Array), 1));
  shape.setIndex(new THREE.BufferAttribute(decode(triangles, Uint32Array), 1));
  const clay = new THREE.ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { mirror: { value: mirror } },
    blending: THREE.NoBlending, // the nearest skin alone decides, also where it fades
    side: THREE.FrontSide,
  });
  return new THREE.Mesh(shape, clay);
}

function aim({ right, toward, centre, pixels_per_m }) {
  const [w, h] = [WIDTH / pixels_per_m / 2, HEIGHT / pixels_per_m / 2];
  const camera = new THREE.OrthographicCamera(-w, w, h, -h, 0.01, 4);
  const back = new THREE.Vector3(...toward);
  const across = new THREE.Vector3(...right);
  camera.matrixAutoUpdate = false;
  camera.matrix.makeBasis(across, new THREE.Vector3().crossVectors(back, across), back);
  camera.matrix.setPosition(new THREE.Vector3(...centre).addScaledVector(back, 2));
  camera.matrixWorldNeedsUpdate = true;
  return camera;
}

// `mirrored` draws the model a second time, flipped; `light_from` is 1 for a key light from the left, -1 from the right.
window.shoot = async ({ model, view, mirrored, light_from, quality }) => {
  gl.autoClear = false;
  gl.clear();
  for (const mirror of mirrored ? [1, -1] : [1]) {
    const camera = aim(view);
    camera.projectionMatrix.premultiply(new THREE.Matrix4().makeScale(mirror, 1, 1));
    const mesh = build(model, mirror * light_from);
    if (mirror < 0) mesh.material.side = THREE.BackSide;
    gl.render(new THREE.Scene().add(mesh), camera);
    mesh.geometry.dispose();
  }
  const page = new OffscreenCanvas(WIDTH, HEIGHT);
  const pen = page.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(canvas, 0, 0, WIDTH, HEIGHT);
  const blob = await page.convertToBlob({ type: "image/webp", quality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
};
window.ready = true;
