import { describe, expect, test } from "vitest";
import { deepest, type Leaf, place, type Spot } from "./threads";

const leaf = (id: string, parentId: string | null = null, minute = Number(id)): Leaf => ({
  id,
  parentId,
  at: new Date(Date.UTC(2010, 0, 1, 0, minute)),
});

async function placed(leaves: Leaf[], standing = new Map<string, Spot>(), given = 0) {
  let made = 0;
  const answer = await place({
    leaves,
    standing,
    newId: () => `n${(made += 1)}`,
    reserve: async () => given + 1,
  });
  const nameOf = (id: string | null | undefined) =>
    answer.placed.find((one) => one.id === id)?.leaf.id ?? (id ? "standing" : null);
  return {
    ...answer,
    spots: answer.placed.map(({ leaf, above, path, depth, rootId }) => ({
      id: leaf.id,
      above: nameOf(above?.id),
      root: nameOf(rootId),
      path,
      depth,
    })),
  };
}

describe("the comments of a post", () => {
  test("stand below their parents, siblings by date, whatever the order of the file", async () => {
    const { spots, placed: all } = await placed([leaf("4", "1"), leaf("3", "2"), leaf("2", "1"), leaf("1")]);
    expect(spots).toEqual([
      { id: "1", above: null, root: "1", path: "", depth: 0 },
      { id: "2", above: "1", root: "1", path: "0", depth: 1 },
      { id: "4", above: "1", root: "1", path: "1", depth: 1 },
      { id: "3", above: "2", root: "1", path: "00", depth: 2 },
    ]);
    expect(all.map((one) => one.replies)).toEqual([2, 1, 0, 0]);
  });

  test("keep a reply at the top when its parent is nowhere", async () => {
    const { spots, mended } = await placed([leaf("1", "99")]);
    expect(spots).toEqual([{ id: "1", above: null, root: "1", path: "", depth: 0 }]);
    expect(mended.orphans).toBe(1);
  });

  test("break a ring at its earliest comment, also for those who only lead into it", async () => {
    const { spots, mended } = await placed([
      leaf("1", "3"),
      leaf("2", "3"),
      leaf("3", "4"),
      leaf("4", "2"),
      leaf("5", "5"),
    ]);
    expect(mended.rings).toBe(2);
    expect(spots.map(({ id, above }) => [id, above])).toEqual([
      ["2", null],
      ["5", null],
      ["4", "2"],
      ["3", "4"],
      ["1", "3"],
    ]);
  });

  test("come behind the replies that stand here already", async () => {
    const standing = new Map([["1", { id: "s", rootId: "r", path: "0", depth: 1 }]]);
    const { spots } = await placed([leaf("7", "1"), leaf("6", "1")], standing, 3);
    expect(spots).toEqual([
      { id: "6", above: "standing", root: "standing", path: "03", depth: 2 },
      { id: "7", above: "standing", root: "standing", path: "04", depth: 2 },
    ]);
  });

  test("go no deeper than a path can carry", async () => {
    const chain = Array.from({ length: deepest + 50 }, (_, nth) => leaf(`${nth + 1}`, nth === 0 ? null : `${nth}`));
    const { placed: all, mended } = await placed(chain);
    expect(all).toHaveLength(deepest + 50);
    expect(Math.max(...all.map(({ depth }) => depth))).toBe(deepest);
    expect(mended.deep).toBe(49);
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    expect(all.map(({ path }) => path).toSorted()).toEqual(all.map(({ path }) => path));
  });
});
