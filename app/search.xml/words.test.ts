import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { description } from "./words";

/** The words of each element and its attributes, as a strict parser reads them; it throws on the first mistake. */
function read(xml: string) {
  const words: Record<string, string> = {};
  const attributes: Record<string, Record<string, string>> = {};
  let open = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    open = tag.name;
    attributes[open] = tag.attributes;
  });
  parser.on("text", (text) => {
    words[open] = `${words[open] ?? ""}${text}`.trim();
  });
  parser.write(xml).close();
  return { words, attributes };
}

const url = "https://table.example";

describe("how a browser may search here", () => {
  test("is said in OpenSearch, with the address of the search page", () => {
    const { words, attributes } = read(description({ title: "The Long Table", url }));
    expect(words).toMatchObject({ ShortName: "The Long Table", Description: "Search in The Long Table" });
    expect(attributes.OpenSearchDescription).toEqual({ xmlns: "http://a9.com/-/spec/opensearch/1.1/" });
    expect(attributes.Url).toEqual({
      type: "text/html",
      method: "get",
      template: "https://table.example/search?q={searchTerms}",
    });
  });

  test.each([
    ['A <b>bold</b> & "quoted" name', "A <b>bold</b> & "],
    ["]]>{searchTerms}", "]]>{searchTerms}"],
    ["\u{1f9f6}".repeat(20), "\u{1f9f6}".repeat(16)],
    ["Bell\u0007 and \ud800half", "Bell and half"],
  ])("holds the name %j as words", (title, short) => {
    const { words } = read(description({ title, url }));
    expect(words.ShortName).toBe(short.trim());
    expect([...(words.ShortName ?? "")].length).toBeLessThanOrEqual(16);
    expect(words.Description).toContain("Search in ");
  });
});
