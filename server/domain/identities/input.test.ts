import { describe, expect, test } from "vitest";
import { z } from "zod";
import { lines } from "#/server/testing/shared";
import { mail } from "./input";

const line = z.object({ id: z.string(), payload: z.string(), expect: z.string() });
const hostile = lines("data/hostile/emails.jsonl", (value) => line.parse(value));

describe("a mail address", () => {
  test.each(hostile)("$id is answered as it should be", ({ payload, expect: wanted }) =>
    expect(mail.safeParse(payload).success).toBe(wanted.startsWith("accept")),
  );

  test.each([
    ["Candy@Village.example", "candy@village.example"],
    [" a+b@sub.example.co.uk ", "a+b@sub.example.co.uk"],
    ["x@xn--bcher-kva.example", "x@xn--bcher-kva.example"],
  ])("written %j is %j", (typed, kept) => expect(mail.parse(typed)).toBe(kept));

  test.each([
    "",
    "a",
    "a@b",
    "@b.example",
    "a@@b.example",
    ".a@b.example",
    "a.@b.example",
    "a..b@c.example",
    "a@-b.example",
    "a@[127.0.0.1]",
    '"a b"@c.example',
    "a(x)@b.example",
    "a@b.example,c@d.example",
    "A <a@b.example>",
    "a@b.example\n",
    "\ta@b.example",
    "a@b.example\u0000",
    `${"a".repeat(65)}@b.example`,
    `a@${"b.".repeat(130)}example`,
  ])("is not %j", (typed) => expect(mail.safeParse(typed).success).toBe(false));
});
