import { beforeEach, describe, expect, vi } from "vitest";
import { members } from "#/db/schema/members";
import { browser, letterTo } from "#/server/testing/browser";
import { test, type Village } from "#/server/testing/village";
import { hashPassword } from "./password";

vi.mock(import("./password"), async (original) => {
  const real = await original();
  return { ...real, hashPassword: vi.fn(real.hashPassword) };
});

const someone = { name: "Ada", handle: "ada-lovelace", mail: "ada@engine.example", password: "notes upon the memoir" };

beforeEach(() => void vi.mocked(hashPassword).mockClear());

describe("a password costs work, and", () => {
  test("whoever brings no owner's link does not make us do it", async ({ village }) => {
    const { identities } = await browser(village).api();
    const claim = { ...someone, title: "Mine", token: "guessed" };
    await expect(identities.becomeOwner(claim)).rejects.toThrow("owner-is-here");
    await village.db.update(members).set({ role: "member" });
    await expect(identities.becomeOwner(claim)).rejects.toThrow("link-gone");
    expect(hashPassword).not.toHaveBeenCalled();
  });

  test("whoever came in by a link makes us do it only so often", async ({ village }) => {
    await village.as("Candy").settings.set({ key: "sign-in.address-quarter-hour", value: 4 });
    const here = browser(village);
    await (await here.api()).identities.askLink({ mail: "justin@village.example" });
    const token = (await letterTo(village.db, "justin@village.example"))?.token ?? "";
    await (await here.api()).identities.enterByLink({ token });
    const change = async () => (await here.api()).identities.changePassword({ password: someone.password });
    for (let time = 0; time < 3; time += 1) await change();
    await expect(change()).rejects.toThrow("too-many-tries");
    expect(hashPassword).toHaveBeenCalledTimes(3);
  });
});

describe("a limit by address", () => {
  const join = async (village: Village, address: string, nth: number) => {
    const { identities } = await browser(village, { address }).api();
    return identities.join({ ...someone, handle: `ada-${nth}-engine`, mail: `ada${nth}@engine.example` });
  };

  test("counts a whole IPv6 network as one caller, for whoever has one address of it has them all", async ({
    village,
  }) => {
    await village.as("Candy").settings.set({ key: "sign-up.address-hour", value: 1 });
    await join(village, "2001:db8:1:2::1", 1);
    await expect(join(village, "2001:db8:1:2:ffff::9", 2)).rejects.toThrow("too-many-joined");
    await join(village, "2001:db8:1:3::1", 3);
  });

  test("tells IPv4 callers apart however they are written", async ({ village }) => {
    await village.as("Candy").settings.set({ key: "sign-up.address-hour", value: 1 });
    await join(village, "::ffff:192.0.2.1", 1);
    await join(village, "::ffff:192.0.2.2", 2);
    await expect(join(village, "192.0.2.1", 3)).rejects.toThrow("too-many-joined");
  });
});
