import { describe, expect, test } from "vitest";
import { z } from "zod";
import { lines } from "#/server/testing/shared";
import { onwards, ownPath } from "./own-path";

const line = z.object({ id: z.string(), payload: z.string() });
const hostile = lines("data/hostile/open-redirects.jsonl", (value) => line.parse(value));

describe("where somebody is sent on to", () => {
  test.each(hostile)("stays on this site with $id", ({ payload }) => {
    for (const text of [payload, decodeURI(payload.replaceAll(/%(?![0-9a-f]{2})/gi, "%25"))]) {
      const path = ownPath(text);
      const read = new URL(path, "https://kith.example");
      expect(read.host).toBe("kith.example");
      expect(path).toMatch(/^\/(?![/\\])/);
      expect(read.pathname).not.toMatch(/^\/\//);
    }
  });

  test.each([
    "/",
    "/p/k3v9d2m1xa/what-a-letter-is-for?c=x#c-x",
    "/m/candy",
    "/requests?cursor=abc",
    "/search?q=%C3%A5sa",
  ])("may be %s", (path) => expect(ownPath(path)).toBe(path));

  test.each([
    null,
    undefined,
    "",
    "feed",
    "/api/auth/callback/oidc",
    "/API/x",
    "/\u0000",
    "/ x",
    `/${"a".repeat(2000)}`,
  ])("is the front page instead of %j", (text) => expect(ownPath(text)).toBe("/"));

  test("is carried along as a parameter", () => {
    expect(onwards("/enter", "/")).toBe("/enter");
    expect(onwards("/enter", "/write?x=1")).toBe("/enter?to=%2Fwrite%3Fx%3D1");
    expect(onwards("/enter?because=suspended", "/feed")).toBe("/enter?because=suspended&to=%2Ffeed");
  });
});
