import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { photo } from "#/server/testing/pictures";
import { shared } from "#/server/testing/shared";
import { type Made, makePicture } from "./index";

const pixels = 50_000_000;
const hostile = (name: string) => readFileSync(shared(`data/hostile/images/${name}`));
const facts = async ({ width, height, forms }: Made) => ({
  size: `${width}x${height}`,
  widths: forms.map(({ width }) => width),
  kinds: await Promise.all(forms.map(async ({ bytes }) => (await sharp(bytes).metadata()).format)),
});
const textOf = ({ forms }: Made) => forms.map(({ bytes }) => Buffer.from(bytes).toString("latin1")).join();

describe("a picture from the corpus", () => {
  test.for([
    ["empty.png", "not-a-picture"],
    ["html-named.jpg", "not-a-picture"],
    ["script.svg", "not-a-picture"],
    ["flood-20000x20000.png", "too-many-pixels"],
  ] as const)("called %s is refused: %s", async ([name, because]) => {
    await expect(makePicture(hostile(name), pixels)).rejects.toMatchObject({ because });
  });

  test.for([
    ["exif-gps.jpg", "1x1", /KITH|Exif|51\.5N/],
    ["gif-js.gif", "1x1", /alert|script|\/\*/],
    ["truncated.png", "64x64", /PNG|IHDR|IDAT/],
  ] as const)("called %s is made anew, and nothing of what it carried is left", async ([name, size, secret]) => {
    expect(hostile(name).toString("latin1")).toMatch(secret);
    const made = await makePicture(hostile(name), pixels);
    expect(await facts(made)).toEqual({ size, widths: [Number.parseInt(size, 10)], kinds: ["webp"] });
    expect(textOf(made)).not.toMatch(secret);
  });

  test("with a hundred times the pixels in its head as in its body costs no memory before it is refused", async () => {
    const before = process.memoryUsage().rss;
    await expect(makePicture(hostile("flood-20000x20000.png"), pixels)).rejects.toMatchObject({ pixels: 400_000_000 });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe("a drawing that begins like a picture", () => {
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="9"/></svg>');
  test.for([
    ["nothing", ""],
    ["a photograph", "ffd8ffe0"],
    ["a PNG", "89504e470d0a1a0a0000000d49484452"],
    ["a GIF", "474946383961"],
    ["a WebP", "52494646000000005745425056503820"],
    ["an AVIF", "0000001c667479706176696600000000"],
    ["an AVIF in a remark", Buffer.from("<!--ftypavif    -->").toString("hex")],
    ["a sequence of AVIF in a remark", Buffer.from("<!--ftypavis    -->").toString("hex")],
  ] as const)("of the kind of %s is refused before it is measured", async ([_, head]) => {
    const bytes = Buffer.concat([Buffer.from(head, "hex"), drawing]);
    await expect(makePicture(bytes, pixels)).rejects.toMatchObject({ because: "not-a-picture" });
  });

  test("is not drawn, however long that would take", async () => {
    const slow = `<!--ftypavif    --><svg xmlns="http://www.w3.org/2000/svg"><text>${"word ".repeat(4_000)}</text></svg>`;
    const before = process.cpuUsage();
    await expect(makePicture(Buffer.from(slow), pixels)).rejects.toMatchObject({ because: "not-a-picture" });
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(2_000_000);
  });
});

describe("a photograph", () => {
  test("stands upright, in the widths of phones and desktops, without place, camera or profile", async () => {
    const lying = await photo(1400, 700)
      .withExif({ IFD0: { Make: "KITH-CAMERA" }, IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" } })
      .withMetadata({ orientation: 6, icc: "p3" })
      .toBuffer();
    expect(await sharp(lying).metadata()).toMatchObject({ orientation: 6, hasProfile: true });
    const made = await makePicture(lying, pixels);
    expect(await facts(made)).toEqual({ size: "700x1400", widths: [480, 700], kinds: Array(2).fill("webp") });
    for (const { bytes } of made.forms) {
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
    }
  });

  test("that is larger than any screen is made smaller, and a long one keeps its shape", async () => {
    expect(await facts(await makePicture(await photo(2000, 1000).toBuffer(), pixels))).toMatchObject({
      size: "1600x800",
      widths: [480, 960, 1600],
    });
    expect((await makePicture(await photo(100, 9000).toBuffer(), pixels)).height).toBe(8000);
  });

  test("keeps what is see-through, in 16 bits a colour and in the colours of print", async () => {
    const clear = { r: 255, g: 0, b: 0, alpha: 0.5 };
    const deep = await sharp({ create: { width: 40, height: 20, channels: 4, background: clear } })
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    const [form] = (await makePicture(deep, pixels)).forms;
    expect(await sharp(form?.bytes).metadata()).toMatchObject({ hasAlpha: true, width: 40 });
    const print = await photo(40, 20).toColourspace("cmyk").toBuffer();
    expect(await facts(await makePicture(print, pixels))).toMatchObject({ size: "40x20" });
  });

  test("is made while the process goes on answering, two at a time", async () => {
    const large = await photo(3000, 2000).toBuffer();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const made = await Promise.all(Array.from({ length: 3 }, () => makePicture(large, pixels)));
    delay.disable();
    console.info(`A picture of 6 million pixels: the longest wait of others was ${Math.round(delay.max / 1e6)} ms`);
    expect(made.map(({ width }) => width)).toEqual([1600, 1600, 1600]);
  }, 60_000);
});

describe("a moving picture", () => {
  const frame = (at: number) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: { r: at * 20, g: 80, b: 120 } } })
      .png()
      .toBuffer();
  const frames = async (count: number) =>
    sharp(await Promise.all(Array.from({ length: count }, (_, at) => frame(at))), { join: { animated: true } })
      .gif({ delay: Array(count).fill(100), loop: 0 })
      .toBuffer();

  test("has a still to stand on the page and one form that plays", async () => {
    const made = await makePicture(await frames(5), pixels);
    expect(made.forms.map(({ width }) => width)).toEqual([60, "play"]);
    const [still, play] = await Promise.all(made.forms.map(({ bytes }) => sharp(bytes).metadata()));
    expect(still).toMatchObject({ format: "webp", width: 60, height: 40 });
    expect(still?.pages ?? 1).toBe(1);
    expect(play).toMatchObject({ format: "webp", pages: 5 });
  });

  test("is refused when all its frames together are too many", async () => {
    await expect(makePicture(await frames(5), 5 * 60 * 40 - 1)).rejects.toMatchObject({ because: "too-many-pixels" });
  });
});

test("a file that says it is a picture and is none is broken", async () => {
  const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]);
  await expect(makePicture(broken, pixels)).rejects.toMatchObject({ because: "broken" });
});
