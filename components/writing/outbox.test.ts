import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { queue, sendWaiting, takeBack, waiting } from "./outbox";

const kept = new Map<string, string>();
const sent: string[] = [];
let who = "";

/** What a browser has and a test has not: its storage, its page, and a connection. */
beforeEach(() => {
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal("document", { getElementById: () => ({ dataset: { me: who } }) });
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("dispatchEvent", () => true);
  vi.stubGlobal("fetch", async (_: string, { headers, body }: { headers: Record<string, string>; body: FormData }) => {
    const source = body.get("source");
    sent.push(`${headers["kith-form"]}: ${typeof source === "string" ? source : ""}`);
    return Response.json({ go: "/", typed: {}, problem: null, problems: {} });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  kept.clear();
  sent.length = 0;
});

const writes = (name: string, source: string) => {
  who = name;
  queue({ door: "comment", place: "aaaaaaaaaa", fields: [["source", source]], page: "/", at: 0 });
};
const lines = () => waiting().map(({ fields, problem }) => [fields[0]?.[1], problem !== undefined]);

describe("what waits for a connection", () => {
  test("is sent by whoever wrote it, and neither seen nor sent by the next who signs in on the device", async () => {
    writes("candy", "Candy's words");
    who = "justin";
    expect(lines()).toEqual([]);
    await sendWaiting();
    expect(sent).toEqual([]);
    writes("justin", "Justin's words");
    takeBack("aaaaaaaaaa");
    who = "candy";
    expect(lines()).toEqual([["Candy's words", false]]);
    await sendWaiting();
    expect(sent).toEqual(["candy: Candy's words"]);
    expect(lines()).toEqual([]);
  });

  test("is sent under nobody's name by itself when a visitor wrote it", async () => {
    writes("", "A visitor's words");
    who = "justin";
    expect(lines()).toEqual([["A visitor's words", true]]);
    await sendWaiting();
    expect(sent).toEqual([]);
    who = "";
    await sendWaiting();
    expect(sent).toEqual(["-: A visitor's words"]);
  });
});
