import { describe, expect, vi } from "vitest";
import { ownVillage, test } from "#/server/testing/village";

describe("what stands around a page", () => {
  test("is the site's own words for a visitor, and nobody's counts", async ({ village }) => {
    expect(await village.asVisitor().shell.around()).toEqual({
      site: { title: "Kith", tagline: "", joinOpen: true },
      viewer: null,
    });
  });

  test("tells a member how many requests wait for them", async ({ village }) => {
    const { viewer } = await village.as("Candy").shell.around();
    expect(viewer).toEqual({ name: "Candy", handle: "candy", role: "owner", waitingRequests: 2, unread: 0, queue: 1 });
  });

  test("counts the queue for those who tend the place only", async ({ village }) => {
    expect((await village.as("Justin").shell.around()).viewer?.queue).toBe(0);
    expect((await village.as("Shawn").shell.around()).viewer?.queue).toBe(1);
  });

  test("is read in two statements, however much waits", async () => {
    const village = await ownVillage();
    try {
      const asked = vi.spyOn(village.pool, "query");
      await village.as("Candy").shell.around();
      expect(asked).toHaveBeenCalledTimes(2);
    } finally {
      await village.close();
    }
  });
});
