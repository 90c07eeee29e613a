import { describe, expect, test } from "vitest";
import { askedFor, oldAddresses, spelled } from "./addresses";
import { originOf } from "./origin";

const from = (baseUrl: string | null, title = "Porch") => originOf({ title, link: null, baseUrl });
const old = (link: string | null, { id = "7", postType = "post", base = "https://porch.example" } = {}) =>
  oldAddresses({ id, postType, link }, from(base));

describe("an old address", () => {
  test.each([
    ["https://porch.example/2010/on/", ["/2010/on/", "/?p=7"]],
    ["https://porch.example/?p=7", ["/?p=7"]],
    ["https://porch.example/caf%c3%a9/", ["/caf%C3%A9/", "/?p=7"]],
    ["https://porch.example/", ["/?p=7"]],
    ["javascript:alert(1)", ["/?p=7"]],
    [null, ["/?p=7"]],
  ])("of %s is %j", (link, paths) => {
    expect(old(link)).toEqual(paths);
  });

  test("stands below the path of its blog, and a page has one more", () => {
    expect(old("https://porch.example/blog/about", { postType: "page", base: "https://porch.example/blog/" })).toEqual([
      "/blog/about",
      "/blog/?p=7",
      "/blog/?page_id=7",
    ]);
  });

  test("is one, however it is spelled", () => {
    expect([spelled("/caf%c3%a9/"), spelled("/café/"), spelled("//caf%C3%A9/?")]).toEqual(Array(3).fill("/caf%C3%A9/"));
    expect(spelled("/100%/a?b=1")).toBe("/100%25/a?b=1");
  });

  test("is looked for whole, by its number, and without what was added to it", () => {
    expect(askedFor("/2010/on/?utm_source=mail")).toEqual(["/2010/on/?utm_source=mail", "/2010/on/"]);
    expect(askedFor("/?p=7&preview=true")).toEqual(["/?p=7&preview=true", "/?p=7"]);
    expect(askedFor("/blog/index.php?page_id=7")).toEqual([
      "/blog/index.php?page_id=7",
      "/blog/?page_id=7",
      "/blog/index.php",
    ]);
    expect(askedFor("/?p=7;drop")).toEqual(["/?p=7;drop"]);
  });
});

describe("an origin", () => {
  test.each([
    ["https://Porch.example/", "porch.example"],
    ["http://porch.example", "porch.example"],
    ["http://porch.example:8080/blog/", "porch.example:8080/blog"],
    ["http://localhost/", "localhost: Porch"],
    ["http://192.168.0.1/", "192.168.0.1: Porch"],
    ["http://blog.test", "blog.test: Porch"],
    [null, "an unnamed site: Porch"],
    ["not an address", "an unnamed site: Porch"],
  ])("of %s is %s", (baseUrl, name) => {
    expect(from(baseUrl).name).toBe(name);
  });
});
