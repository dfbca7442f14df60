// What the camera looks at. Apart from the scene, so that knowing it does not load three.js.
import type { Place3 } from "./body-file";

/** In metres: the middle, and how much around it must be in sight. */
export interface Frame {
  readonly middle: Place3;
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Frame = { middle: [0, -0.028, 0.045], width: 0.58, height: 0.6 };
