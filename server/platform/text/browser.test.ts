import { parseFragment } from "parse5";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { lines } from "#/server/testing/shared";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { renderHtml, renderMarkdown } from "./index";

beforeAll(bundleTextWorker);

const attack = z.object({ payload: z.string() });
const files = ["xss-dompurify", "xss-html", "xss-markdown"];

type Node = { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: Node[]; content?: Node };

const flat = (node: Node): Node[] => [
  node,
  ...[...(node.childNodes ?? []), ...(node.content ? [node.content] : [])].flatMap(flat),
];

const harmful =
  /^(script|style|iframe|object|embed|svg|math|form|input|button|textarea|select|base|link|meta|template|noscript|title)$/;

/** What a browser's own way of reading HTML (the parsing of the HTML standard) makes of a body inside a list item. */
function dangersIn(html: string): string[] {
  const tree = parseFragment(`<ol><li id="own"><div>${html}</div><p id="after"></p></li></ol>`) as unknown as Node;
  const [list] = tree.childNodes ?? [];
  const [item] = list?.childNodes ?? [];
  const [body, after] = item?.childNodes ?? [];
  const whole = tree.childNodes?.length === 1 && list?.childNodes?.length === 1 && item?.childNodes?.length === 2;
  const found = whole && after?.nodeName === "p" ? [] : ["it broke out of its place"];
  for (const { nodeName, attrs = [] } of body ? flat(body).slice(1) : []) {
    if (harmful.test(nodeName)) found.push(`<${nodeName}>`);
    for (const { name, value } of attrs) {
      if (/^on|^style$|^srcdoc$|^id$|^form/.test(name)) found.push(`${nodeName}[${name}]`);
      const isAddress = name === "href" || name === "src" || name === "cite";
      if (isAddress && /^\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(value)) found.push(`${name}=${value}`);
    }
  }
  return found;
}

describe("what a browser makes of a body", () => {
  test("is checked by a parser that notices what is wrong", () => {
    expect(dangersIn('<a href="javascript:alert(1)" onclick="x">x</a><script>x</script>')).toHaveLength(3);
    expect(dangersIn("</div></li><li>out")).toContain("it broke out of its place");
    expect(dangersIn("<p>plain</p>")).toEqual([]);
  });

  test.each(files)(
    "holds nothing live of %s, through either door",
    async (file) => {
      const attacks = lines(`data/hostile/${file}.jsonl`, (line) => attack.parse(line));
      expect(attacks.length).toBeGreaterThan(50);
      for (const { payload } of attacks) {
        for (const { html } of [await renderMarkdown(payload), await renderHtml(payload)]) {
          expect([payload, dangersIn(html)]).toEqual([payload, []]);
        }
      }
    },
    60_000,
  );
});
