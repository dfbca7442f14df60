// A bone on both sides is named once, by turns left and right from top to bottom, so that the names have room.
import { placeOf } from "./drawing";

export interface Bone {
  /** `acromion_L`, or the bare id on the midline. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export function nameOnce<Kind extends Bone>(
  bones: readonly Kind[],
): (Kind & { readonly isNamed: boolean })[] {
  const paired = [...new Set(bones.map(({ name }) => placeOf(name).id))].filter(
    (id) => bones.filter(({ name }) => placeOf(name).id === id).length > 1,
  );
  const height = (id: string) => bones.find(({ name }) => placeOf(name).id === id)?.y ?? 0;
  const order = paired.sort((a, b) => height(a) - height(b));
  return bones.map((bone) => {
    const { id, side } = placeOf(bone.name);
    const turn = order.indexOf(id);
    return { ...bone, isNamed: turn < 0 || side === (turn % 2 === 0 ? "right" : "left") };
  });
}
