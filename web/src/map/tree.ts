// The places of the body as a tree: which item the keys go to next. The screen only shows it.

export interface Branch {
  readonly id: string;
  readonly leaves: readonly string[];
}

export interface Tree {
  readonly branches: readonly Branch[];
  readonly closed: ReadonlySet<string>;
  /** The one item that Tab reaches. */
  readonly at: string;
}

export function plant(branches: readonly Branch[]): Tree {
  return { branches, closed: new Set(), at: branches[0]?.id ?? "" };
}

export function stand(tree: Tree, at: string): Tree {
  return at === tree.at ? tree : { ...tree, at };
}

/** What a key does, after the pattern for trees; null when it is none of the tree's keys. */
export function step(tree: Tree, key: string): Tree | null {
  const shown = itemsOf(tree);
  const now = shown.indexOf(tree.at);
  const to = (index: number) => stand(tree, shown[Math.min(Math.max(index, 0), shown.length - 1)] ?? tree.at);
  switch (key) {
    case "ArrowDown":
      return to(now + 1);
    case "ArrowUp":
      return to(now - 1);
    case "Home":
      return to(0);
    case "End":
      return to(shown.length - 1);
    case "ArrowRight":
      return open(tree);
    case "ArrowLeft":
      return close(tree);
    default:
      return null;
  }
}

/** The next item that begins with a letter, going round; the same tree when there is none. */
export function leapTo(tree: Tree, letter: string, labelOf: (item: string) => string): Tree {
  const shown = itemsOf(tree);
  const now = shown.indexOf(tree.at);
  const round = [...shown.slice(now + 1), ...shown.slice(0, now + 1)];
  const found = round.find((item) => labelOf(item).toLowerCase().startsWith(letter.toLowerCase()));
  return found === undefined ? tree : stand(tree, found);
}

export function toggle(tree: Tree, branch: string): Tree {
  const closed = new Set(tree.closed);
  if (!closed.delete(branch)) closed.add(branch);
  return { ...tree, closed };
}

/** Everything that is not inside a closed branch, from top to bottom. */
export function itemsOf({ branches, closed }: Tree): string[] {
  return branches.flatMap(({ id, leaves }) => (closed.has(id) ? [id] : [id, ...leaves]));
}

function open(tree: Tree): Tree {
  const branch = tree.branches.find(({ id }) => id === tree.at);
  if (!branch) return tree;
  return tree.closed.has(branch.id) ? toggle(tree, branch.id) : stand(tree, branch.leaves[0] ?? branch.id);
}

function close(tree: Tree): Tree {
  const isOpenBranch = tree.branches.some(({ id }) => id === tree.at) && !tree.closed.has(tree.at);
  if (isOpenBranch) return toggle(tree, tree.at);
  const parent = tree.branches.find(({ leaves }) => leaves.includes(tree.at));
  return parent ? stand(tree, parent.id) : tree;
}
