import { describe, expect, test } from "vitest";
import { told } from "./broken";

const empty = {
  status: 500,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: Buffer.from(
    '<!DOCTYPE html><html id="__next_error__"><head></head><body><div hidden=""></div><script>self.__next_f.push([1,":HL[\\"/_next/static/chunks/a~b.css\\",\\"style\\"]\\na:E{\\"digest\\":\\"495760715\\"}"])</script></body></html>',
  ),
};

describe("a page that broke", () => {
  test("says so without a script, with the reference that stands in the log", () => {
    const { status, body } = told(empty, true);
    expect(status).toBe(500);
    expect(String(body)).toMatch(/<body><main .*Something went wrong on our side.*495760715.*<\/main>/s);
    expect(String(body)).toContain('<link rel="stylesheet" href="/_next/static/chunks/a~b.css"/></head>');
  });

  test("asks the reader back when only the database is away", () => {
    expect(told(empty, false)).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
  });

  test("is left alone when it has words already", () => {
    const whole = { ...empty, body: Buffer.from('<html id="__next_error__"><body><main>Words</main></body></html>') };
    expect(told(whole, true)).toBe(whole);
  });
});
