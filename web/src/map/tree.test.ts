import { expect, test } from "vitest";
import { itemsOf, leapTo, plant, stand, step, type Tree, toggle } from "./tree";

const TREE = plant([
  { id: "P", leaves: ["neck", "back"] },
  { id: "L", leaves: ["temple"] },
]);
const walk = (tree: Tree, ...keys: string[]) => keys.reduce((now, key) => step(now, key) ?? now, tree);

test("arrows go up and down over what is open, and stop at the ends", () => {
  expect(walk(TREE, "ArrowDown", "ArrowDown", "ArrowDown").at).toBe("L");
  expect(walk(TREE, "ArrowUp").at).toBe("P");
  expect(walk(TREE, "End", "ArrowDown").at).toBe("temple");
  expect(walk(TREE, "End", "Home").at).toBe("P");
});

test("left closes a branch or goes to it, right opens it or goes into it", () => {
  const closed = walk(TREE, "ArrowLeft");
  expect(itemsOf(closed)).toEqual(["P", "L", "temple"]);
  expect(itemsOf(walk(closed, "ArrowRight"))).toEqual(itemsOf(TREE));
  expect(walk(TREE, "ArrowRight").at).toBe("neck");
  expect(walk(TREE, "ArrowRight", "ArrowLeft").at).toBe("P");
  expect(walk(TREE, "ArrowRight", "ArrowRight").at).toBe("neck");
});

test("a closed branch is stepped over", () => {
  expect(walk(toggle(TREE, "P"), "ArrowDown").at).toBe("L");
});

test("a letter leaps to the next name, round the end", () => {
  const label = (item: string) => item;
  expect(leapTo(TREE, "t", label).at).toBe("temple");
  expect(leapTo(stand(TREE, "temple"), "N", label).at).toBe("neck");
  expect(leapTo(TREE, "x", label)).toBe(TREE);
});

test("other keys are not the tree's", () => {
  expect(step(TREE, "Enter")).toBeNull();
});
