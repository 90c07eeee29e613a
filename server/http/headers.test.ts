import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import type { Config } from "../platform/config";
import { cleanRequest, policyFor, scriptHashes } from "./headers";
import { comesFromHere } from "./origin";

const config = { production: true, url: "https://kith.example", proxies: 0, oidc: undefined } as Config;

describe("the scripts of a page", () => {
  test("may run when they are Next's own data", () => {
    const html =
      '<script src="/x.js"></script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"a"])</script>';
    expect(scriptHashes(html)).toHaveLength(2);
  });

  test.each([
    "<script>alert(1)</script>",
    '<script>self.__next_f.push([1,"a"]);alert(1)</script>',
    "<script>self.__next_f.push([1,alert(1)])</script>",
    '<script>self.__next_f.push([1,"a"].concat(alert(1)))</script>',
    "<script>(self.__next_f=self.__next_f||[]).push([0]),alert(1)</script>",
    '<script type="module">import "//evil.example"</script>',
  ])("may not run when they are anything else: %s", (html) => {
    expect(scriptHashes(html)).toEqual([]);
  });
});

describe("the policy of a page", () => {
  test("allows nothing inline, nothing evaluated and nobody else", () => {
    const policy = policyFor([], config);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("*");
  });

  test("lets a form reach the identity provider, and only it", () => {
    const oidc = { issuer: "https://id.example/realm", clientId: "k", clientSecret: "s", name: "n" };
    expect(policyFor([], { ...config, oidc })).toContain("form-action 'self' https://id.example;");
  });
});

describe("a request from outside", () => {
  test("cannot tell us who it is or where it goes", () => {
    const request = new IncomingMessage(new Socket());
    request.headers = {
      host: "evil.example",
      origin: "http://evil.example",
      "x-kith-client": "1.2.3.4",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "http",
      "x-original-url": "/queue",
      "x-rewrite-url": "/queue",
      "x-invoke-path": "/queue",
      "x-middleware-subrequest": "x",
      "next-url": "/queue",
      rsc: "1",
    };
    cleanRequest(request, config);
    expect(request.headers).toEqual({
      host: "kith.example",
      origin: "https://kith.example",
      "x-kith-client": "unknown",
    });
  });

  test.each([
    [0, "203.0.113.9", "unknown"],
    [1, "198.51.100.7, 203.0.113.9", "203.0.113.9"],
    [2, "198.51.100.7, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
    [2, "203.0.113.9", "unknown"],
    [1, "<script>", "unknown"],
    [1, "2001:db8::1", "2001:db8::1"],
  ])("behind %i proxies of ours that say %s is from %s", (proxies, told, client) => {
    const request = new IncomingMessage(new Socket());
    request.headers = { host: "kith.example", "x-forwarded-for": told };
    cleanRequest(request, { ...config, proxies });
    expect(request.headers["x-kith-client"]).toBe(client);
  });

  test.each([
    [{ origin: "https://kith.example", host: "kith.example" }, true],
    [{ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, false],
    [{ origin: "http://kith.example", host: "kith.example" }, false],
    [{ origin: "https://evil.example", host: "kith.example" }, false],
    [{ origin: "null", host: "kith.example" }, false],
    [{ origin: "https://kith.example.evil.example", host: "kith.example" }, false],
    [{ "sec-fetch-site": "same-origin", cookie: "a=b" }, true],
    [{ "sec-fetch-site": "cross-site", cookie: "a=b" }, false],
    [{ "sec-fetch-site": "same-site", cookie: "a=b" }, false],
    [{ cookie: "a=b" }, false],
    [{}, true],
  ])("with %o may change something: %s", (headers, may) => {
    expect(comesFromHere({ headers }, config)).toBe(may);
  });

  test("is known by the name that was asked while the site has none of its own", () => {
    const here = { url: "http://localhost:3000" };
    const host = "127.0.0.1:3000";
    expect(comesFromHere({ headers: { origin: "http://127.0.0.1:3000", host } }, here)).toBe(true);
    expect(comesFromHere({ headers: { origin: "http://evil.example", host } }, here)).toBe(false);
  });
});
