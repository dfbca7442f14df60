declare const unit: unique symbol;
export type Millis = number & { readonly [unit]: "ms" };
export const millis = (value: number): Millis => value as Millis;
