import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { apiAsMarkdown, describeApi } from "./describe";

describe("the api", () => {
  test("stands in docs/api.md as it is", () => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/api.md"), "utf8");
    expect(page, "make it anew: npm run kith -- api --markdown > docs/api.md").toBe(apiAsMarkdown(describeApi()));
  });

  test("says of every procedure who may call it, and what it takes", () => {
    const all = describeApi();
    expect(all.length).toBeGreaterThan(20);
    for (const { path, who, kind } of all)
      expect([path, who, kind]).toEqual([path, expect.any(String), expect.any(String)]);
  });

  test("lets nobody but members change anything, save at the doors and by a letter", () => {
    const open = describeApi().filter(({ kind, who }) => kind === "mutation" && who === "anyone");
    // Guests may write and prove their address; following the line under a comment is counted, for them as well.
    expect(
      open
        .map(({ path }) => path)
        .filter((path) => !/^identities\.|ByLetter$/.test(path))
        .toSorted(),
    ).toEqual(["guests.confirm", "guests.write", "sites.follow"]);
  });
});
