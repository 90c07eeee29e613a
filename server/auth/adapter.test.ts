import { describe, expect } from "vitest";
import { test } from "../testing/village";
import { adapterFor } from "./adapter";

describe("an account elsewhere", () => {
  test("is its issuer's: another provider that calls somebody the same opens nothing", async ({ village }) => {
    const ctx = village.context(null);
    const account = { provider: "oidc", providerAccountId: "1", type: "oidc" as const };
    const [one, two] = [adapterFor(ctx, "https://one.example"), adapterFor(ctx, "https://two.example")];
    await one.linkAccount({ ...account, userId: village.person("Candy").id });
    expect(await one.getUserByAccount(account)).toMatchObject({ id: village.person("Candy").id });
    expect(await two.getUserByAccount(account)).toBeNull();
  });
});
