// The living map in WebGL. Loaded only when it is wanted: three.js comes with it. It draws when told to and never by itself.
import {
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  type IUniform,
  LinearSRGBColorSpace,
  Mesh,
  NoBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  PerspectiveCamera,
  Scene,
  ShaderMaterial,
  Vector3,
  Vector4,
  WebGLRenderer,
} from "three";
import type { Frame } from "./framing";
import type { Layer, MuscleSheet } from "./muscles";
import type { Sight } from "./picking";
import { MUSCLE_FRAGMENT, MUSCLE_VERTEX, SKIN_FRAGMENT, SKIN_VERTEX } from "./shaders";
import type { Skin } from "./skin";
import { type Turn, towardEye } from "./turning";

/** How far each layer lies bare, 0 to 1. */
export type Bare = Readonly<Record<Layer, number>>;

export interface Glow {
  readonly muscle: string;
  /** Where it is brightest. */
  readonly core: readonly [number, number, number] | null;
}

const FIELD_DEG = 13;
const FAR_AWAY = 99;
const MOST_PIXELS_PER_POINT = 2;
const HATCH = { light: new Vector4(0.43, 0.35, 0.28, 0.42), dark: new Vector4(0.96, 0.89, 0.8, 0.3) };

export class BodyScene {
  readonly #gl: WebGLRenderer;
  readonly #forget: () => void;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(FIELD_DEG, 1, 0.5, 12);
  readonly #skin: Clay;
  readonly #muscles: readonly { sheet: MuscleSheet; mesh: Flesh }[];
  #size = { width: 1, height: 1 };
  #toward: readonly [number, number, number] = [0, 0, -1];

  /** Throws where the browser has no WebGL. */
  constructor(canvas: HTMLCanvasElement, skin: Skin, muscles: readonly MuscleSheet[], onlost: () => void) {
    this.#gl = new WebGLRenderer({ canvas, alpha: true, antialias: true, premultipliedAlpha: true });
    this.#gl.outputColorSpace = LinearSRGBColorSpace;
    this.#gl.setClearColor(0x000000, 0);
    canvas.addEventListener("webglcontextlost", onlost);
    this.#forget = () => canvas.removeEventListener("webglcontextlost", onlost);
    this.#skin = clothe(skin);
    this.#muscles = muscles.map((sheet, k) => ({ sheet, mesh: string(sheet, k) }));
    this.#scene.add(this.#skin, ...this.#muscles.map(({ mesh }) => mesh));
  }

  resize(width: number, height: number, density: number): void {
    this.#size = { width: Math.max(width, 1), height: Math.max(height, 1) };
    this.#gl.setPixelRatio(Math.min(density, MOST_PIXELS_PER_POINT));
    this.#gl.setSize(this.#size.width, this.#size.height, false);
  }

  /** 1 as in daylight; less for a dark room. */
  shade(dim: number): void {
    for (const { material } of [this.#skin, ...this.#muscles.map(({ mesh }) => mesh)]) {
      material.uniforms.dim.value = dim;
      material.uniforms.hatch.value = dim < 0.7 ? HATCH.dark : HATCH.light;
    }
  }

  /** Warmth of each cell, 0 to 1, and which cells are looked at. */
  mark(warm: Float32Array, focus: Float32Array): void {
    for (const [name, values] of [
      ["warm", warm],
      ["focus", focus],
    ] as const) {
      const attribute = this.#skin.geometry.getAttribute(name) as BufferAttribute;
      attribute.copyArray(values);
      attribute.needsUpdate = true;
    }
  }

  peel(bare: Bare): void {
    this.#skin.material.uniforms.peeled.value = Math.max(bare.superficial, bare.deep);
    for (const { sheet, mesh } of this.#muscles) {
      const share =
        sheet.layer === "deep" ? Math.max(bare.superficial, bare.deep) : bare.superficial * (1 - bare.deep);
      const { uniforms } = mesh.material;
      if (uniforms.glow.value > 0) continue;
      uniforms.shown.value = share;
      mesh.visible = share > 0.01;
    }
  }

  /** Lets one muscle glow through the skin, or none. */
  light(glow: Glow | null): void {
    for (const { sheet, mesh } of this.#muscles) {
      const { material } = mesh;
      const lit = glow?.muscle === sheet.name;
      if (!lit && material.uniforms.glow.value === 0) continue;
      material.uniforms.glow.value = lit ? 1 : 0;
      material.uniforms.shown.value = lit ? 1 : 0;
      material.uniforms.core.value.set(...(lit && glow?.core ? glow.core : ([FAR_AWAY, 0, 0] as const)));
      material.depthTest = !lit; // it shines through what lies before it
      mesh.renderOrder = lit ? 3 : sheet.layer === "superficial" ? 2 : 1;
      mesh.visible = lit;
    }
  }

  look(turn: Turn, frame: Frame): void {
    const half = Math.tan((FIELD_DEG / 2) * (Math.PI / 180));
    const proportion = this.#size.width / this.#size.height;
    const away = Math.max(frame.height / 2, frame.width / 2 / proportion) / half;
    this.#toward = towardEye(turn);
    const [x, y, z] = this.#toward;
    const middle = new Vector3(...frame.middle);
    this.#camera.aspect = proportion;
    this.#camera.near = Math.max(away - 0.8, 0.05);
    this.#camera.far = away + 0.8;
    this.#camera.position.set(x, y, z).multiplyScalar(away).add(middle);
    this.#camera.lookAt(middle);
    this.#camera.updateProjectionMatrix();
    this.#camera.updateMatrixWorld();
  }

  draw(): void {
    this.#gl.render(this.#scene, this.#camera);
  }

  /** The camera as it is now, for finding what lies under a finger. */
  sight(): Sight {
    const matrix = this.#camera.projectionMatrix.clone().multiply(this.#camera.matrixWorldInverse).elements;
    return { matrix, toward: this.#toward, ...this.#size };
  }

  /** Gives everything back, the context too: a browser has only a few and takes the oldest away when they run out. */
  dispose(): void {
    this.#forget();
    for (const { geometry, material } of [this.#skin, ...this.#muscles.map(({ mesh }) => mesh)]) {
      geometry.dispose();
      material.dispose();
    }
    this.#gl.dispose();
    this.#gl.forceContextLoss();
  }
}

interface Shading {
  readonly dim: IUniform<number>;
  readonly hatch: IUniform<Vector4>;
}
type Clay = Mesh<
  BufferGeometry,
  ShaderMaterial & { uniforms: Shading & { readonly peeled: IUniform<number> } }
>;
type Flesh = Mesh<
  BufferGeometry,
  ShaderMaterial & {
    uniforms: Shading & { readonly [name in "shown" | "glow" | "seed"]: IUniform<number> } & {
      readonly core: IUniform<Vector3>;
    };
  }
>;

function clothe(skin: Skin): Clay {
  const shape = geometry(skin.points, skin.normals, skin.triangles);
  const single = { sky: skin.sky, solid: skin.solid, never: skin.never, bare: skin.bare };
  for (const [name, values] of Object.entries(single))
    shape.setAttribute(name, new BufferAttribute(values, 1));
  shape.setAttribute("warm", new BufferAttribute(new Float32Array(skin.count), 1));
  shape.setAttribute("focus", new BufferAttribute(new Float32Array(skin.count), 1));
  const clay = new ShaderMaterial({
    vertexShader: SKIN_VERTEX,
    fragmentShader: SKIN_FRAGMENT,
    uniforms: { peeled: { value: 0 }, dim: { value: 1 }, hatch: { value: HATCH.light } },
    blending: NoBlending, // the nearest skin alone decides, also where it fades
  });
  return new Mesh(shape, clay) as Clay;
}

function string(sheet: MuscleSheet, number: number): Flesh {
  const shape = geometry(sheet.points, sheet.normals, sheet.triangles);
  const at = new Float32Array(2 * sheet.across.length);
  for (let i = 0; i < sheet.across.length; i++) at.set([sheet.across[i] ?? 0, sheet.along[i] ?? 0], 2 * i);
  shape.setAttribute("sheet", new BufferAttribute(at, 2));
  shape.setAttribute("never", new BufferAttribute(sheet.never, 1));
  const flesh = new ShaderMaterial({
    vertexShader: MUSCLE_VERTEX,
    fragmentShader: MUSCLE_FRAGMENT,
    uniforms: {
      shown: { value: 0 },
      glow: { value: 0 },
      dim: { value: 1 },
      hatch: { value: HATCH.light },
      core: { value: new Vector3(FAR_AWAY, 0, 0) },
      seed: { value: number % 2 === 0 ? number : number - 1 }, // left and right have the same grain
    },
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
    transparent: true,
  });
  const mesh = new Mesh(shape, flesh) as Flesh;
  mesh.visible = false;
  mesh.renderOrder = sheet.layer === "superficial" ? 2 : 1;
  return mesh;
}

function geometry(points: Float32Array, normals: Float32Array, triangles: Uint32Array): BufferGeometry {
  const out = new BufferGeometry();
  out.setAttribute("position", new BufferAttribute(points, 3));
  out.setAttribute("normal", new BufferAttribute(normals, 3));
  out.setIndex(new BufferAttribute(triangles, 1));
  out.computeBoundingSphere();
  return out;
}
