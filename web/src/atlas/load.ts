// The model and three.js: fetched once, when something first wants them, from this very server.
import { type BodyFile, readBody } from "./body-file";
import { buildMuscles, type MuscleSheet } from "./muscles";
import { buildSkin, type Skin } from "./skin";

export interface Model {
  readonly file: BodyFile;
  readonly skin: Skin;
  readonly muscles: readonly MuscleSheet[];
}

const ADDRESS = "/atlas/body.bin";
let model: Promise<Model> | null = null;

/** The model; asked for again when fetching it failed. */
export function loadModel(): Promise<Model> {
  model ??= fetchModel().catch((error: unknown) => {
    model = null;
    throw error;
  });
  return model;
}

export const loadScene = () => import("./scene");

async function fetchModel(): Promise<Model> {
  const answer = await fetch(ADDRESS);
  if (!answer.ok) throw new TypeError(`${ADDRESS}: ${answer.status}`);
  const file = readBody(await answer.arrayBuffer());
  return { file, skin: buildSkin(file), muscles: buildMuscles(file) };
}
