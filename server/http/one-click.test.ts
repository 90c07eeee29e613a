import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { isOneClick, toOneClick } from "./one-click";

const token = "a-_Z".repeat(16);

describe("one click in a mail program", () => {
  test.each([
    ["GET", `/unsubscribe/${token}`],
    ["HEAD", `/unsubscribe/${token}`],
    ["POST", "/unsubscribe/"],
    ["POST", `/unsubscribe/${token}/more`],
    ["POST", `/unsubscribe/${token}x`],
    ["POST", `/unsubscribe/${token.slice(1)}/`],
    ["POST", `/api/unsubscribe/${token}`],
    ["POST", `/settings/unsubscribe/${token}`],
    ["POST", `/unsubscribe/${token}\n`],
    ["POST", "/settings"],
  ])("is not %s %s", (method, path) => expect(isOneClick({ method }, path)).toBe(false));

  test("is a form sent to the letter's own address, and comes as nobody", () => {
    expect(isOneClick({ method: "POST" }, `/unsubscribe/${token}`)).toBe(true);
    const request = new IncomingMessage(new Socket());
    request.url = `/x/../%75nsubscribe/${token}?x=1`;
    request.headers = { cookie: "kith=x", origin: "https://evil.example", "next-action": "x", host: "h" };
    toOneClick(request, `/unsubscribe/${token}`);
    expect(request.url).toBe(`/api/unsubscribe/${token}`);
    expect(request.headers).toEqual({ host: "h" });
  });
});
