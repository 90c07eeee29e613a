import { beforeAll, describe, expect, test, vi } from "vitest";
import { bundleTextWorker } from "#/server/testing/text-worker";
import { rendererVersion, renderHtml, renderMarkdown, TextTooComplex } from "./index";

beforeAll(bundleTextWorker);

/** What this thread itself worked while a promise was on its way, in milliseconds: a busy machine does not count. */
async function ownWork(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

describe("rendering", () => {
  const comment = "Some words with *emphasis* and a [link](https://example.org).\n\n".repeat(1600).slice(0, 100_000);

  test("takes a comment of 100,000 characters whole, and says which renderer made it", async () => {
    const { html, plain, version } = await renderMarkdown(comment);
    expect(html.match(/<p>/g)).toHaveLength(comment.split("\n\n").length);
    expect(plain.length).toBeGreaterThan(1900);
    expect(plain.length).toBeLessThanOrEqual(2000);
    expect(version).toBe(rendererVersion);
  });

  test("leaves the event loop free", async () => {
    await renderMarkdown("warm");
    expect(await ownWork(() => renderMarkdown(comment))).toBeLessThan(30);
  });

  test("gives many texts at once each its own answer", async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `text ${index}`);
    const all = await Promise.all(texts.map((text) => renderMarkdown(text)));
    expect(all.map(({ plain }) => plain)).toEqual(texts);
  });

  test("gives up after its time, and works on in a new thread", async () => {
    const endless = "<b>".repeat(330_000);
    const before = performance.now();
    await expect(renderHtml(endless)).rejects.toMatchObject({ because: "text-too-complex" });
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(await renderMarkdown("again")).toMatchObject({ plain: "again" });
  });

  test("refuses what is longer than any body, and what grows past any page", async () => {
    await expect(renderMarkdown("a".repeat(1_000_001))).rejects.toBeInstanceOf(TextTooComplex);
    const growing = `[a]: http://x.example/${"a".repeat(10_000)}\n\n${"[a] ".repeat(3000)}`;
    await expect(renderMarkdown(growing)).rejects.toBeInstanceOf(TextTooComplex);
  });

  test("refuses a text of another copy of this module so that the other understands it", async () => {
    const growing = `[a]: http://x.example/${"a".repeat(10_000)}\n\n${"[a] ".repeat(3000)}`;
    vi.resetModules();
    const another = await import("./index");
    expect(another.TextTooComplex).not.toBe(TextTooComplex);
    // Two texts of ours are at work: whichever is done first takes up what the other copy left waiting.
    const ours = [renderMarkdown(comment), renderMarkdown(comment)];
    await expect(another.renderMarkdown(growing)).rejects.toBeInstanceOf(another.TextTooComplex);
    await expect(another.renderMarkdown(growing)).rejects.toBeInstanceOf(TextTooComplex);
    await Promise.all(ours);
    expect(new Error("text-too-complex")).not.toBeInstanceOf(another.TextTooComplex);
  });
});
