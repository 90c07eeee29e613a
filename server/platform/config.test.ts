import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "./config";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kith-config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the settings of a process", () => {
  test("are all there when nothing is set", () => {
    expect(readConfig({ KITH_DATA: folder })).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      url: "http://localhost:3000",
      production: true,
    });
  });

  test("name everything that is wrong, one to a line", () => {
    const wrong = {
      KITH_DATA: folder,
      PORT: "many",
      KITH_URL: "kith",
      DATABASE_URL: "mysql://x",
      SMTP_URL: "mail",
      AUTH_SECRET: "short",
    };
    const say = () => readConfig(wrong);
    for (const name of ["PORT", "KITH_URL", "DATABASE_URL", "SMTP_URL", "AUTH_SECRET"])
      expect(say).toThrow(new RegExp(`^  ${name} `, "m"));
  });

  test("ask for both halves of an identity provider", () => {
    expect(() => readConfig({ KITH_DATA: folder, OIDC_ISSUER: "https://id.example" })).toThrow("OIDC_CLIENT_ID");
  });

  test("keep one secret, for the owner's eyes only", () => {
    const first = readConfig({ KITH_DATA: folder }).secret;
    expect(readConfig({ KITH_DATA: folder }).secret).toBe(first);
    expect(readFileSync(join(folder, "auth-secret"), "utf8").trim()).toBe(first);
    expect(statSync(join(folder, "auth-secret")).mode & 0o077).toBe(0);
  });

  test("name private hosts that may be asked, and refuse what is none", () => {
    const read = readConfig({ KITH_DATA: folder, KITH_PRIVATE_HOSTS: "Blog.intranet, 10.0.0.7:8080 ,[fd00::7]," });
    expect(read.privateHosts).toEqual([
      { host: "blog.intranet", port: null },
      { host: "10.0.0.7", port: "8080" },
      { host: "[fd00::7]", port: null },
    ]);
    expect(() => readConfig({ KITH_DATA: folder, KITH_PRIVATE_HOSTS: "http://x/" })).toThrow("KITH_PRIVATE_HOSTS must");
  });

  test("name the name servers to ask, and refuse what has no address", () => {
    const read = readConfig({ KITH_DATA: folder, KITH_NAME_SERVERS: "10.0.0.53, [fd00::53]:5353 ," });
    expect(read.nameServers).toEqual(["10.0.0.53", "[fd00::53]:5353"]);
    expect(() => readConfig({ KITH_DATA: folder, KITH_NAME_SERVERS: "dns.example" })).toThrow("KITH_NAME_SERVERS must");
  });

  test("take the public address without a path", () => {
    expect(readConfig({ KITH_DATA: folder, KITH_URL: "https://kith.example/" }).url).toBe("https://kith.example");
  });
});
