import { fileTypeFromBuffer } from "file-type";
import sharp, { type Metadata } from "sharp";
import { type Form, type Made, PictureRefused } from "./made";

/** The widths a still is kept in: a phone, a phone with a fine screen, a desktop. Smaller pictures keep their own. */
const widths = [480, 960, 1600];
const tallest = 8000;
/** A moving picture is kept in one form. */
const widestMoving = 800;
/** Seconds of work on one form. */
const patience = 20;

const kinds = new Set(["image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"]);

sharp.cache(false);
sharp.concurrency(1);
// What is not on the list above is not read, whatever it pretends to be. This holds for the whole process, so there is one
// more that nobody can bring: a social card is an SVG of ours on its way from next/og to its PNG.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Nsgif", "Webp", "Heif", "SvgBuffer"].map((kind) => `VipsForeignLoad${kind}`),
});

/** See `makePicture`. */
export async function makeHere(bytes: Uint8Array, pixels: number): Promise<Made> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !kinds.has(type.mime) || couldBeDrawn(bytes)) throw new PictureRefused("not-a-picture");
  const said = await read(() => sharp(bytes, { limitInputPixels: false }).metadata());
  if (said.format === "svg") throw new PictureRefused("not-a-picture");
  const { width, height, pages = 1 } = said;
  const has = width * height * pages;
  if (!(has > 0)) throw new PictureRefused("broken");
  if (has > pixels) throw new PictureRefused("too-many-pixels", has);
  return read(async () => {
    const still = await stills(bytes, pixels);
    if (pages > 1) still.forms.push({ width: "play", bytes: await moving(bytes, width, pixels) });
    return still;
  });
}

/**
 * Whether libvips could take it for a drawing, whatever else it begins like: it looks for the word in the first thousand
 * bytes. To measure a drawing means to draw it, and a small one may take minutes.
 */
const couldBeDrawn = (bytes: Uint8Array): boolean =>
  /<\0?s\0?v\0?g/i.test(Buffer.from(bytes.subarray(0, 8192)).toString("latin1"));

/** Every form of a still (of a moving picture its first frame) from one reading of it. */
async function stills(bytes: Uint8Array, limitInputPixels: number): Promise<Made> {
  const { data, info } = await sharp(bytes, { limitInputPixels, failOn: "none" })
    .timeout({ seconds: patience })
    .autoOrient()
    .resize({ width: widths.at(-1), height: tallest, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const forms: Form[] = [];
  for (const each of [...widths.filter((one) => one < width), width]) {
    const made = sharp(data, { raw: { width, height, channels } }).timeout({ seconds: patience });
    const sized = each < width ? made.resize({ width: each }) : made;
    forms.push({ width: each, bytes: await sized.webp({ quality: 82, smartSubsample: true }).toBuffer() });
  }
  return { width, height, forms };
}

function moving(bytes: Uint8Array, width: number, limitInputPixels: number): Promise<Uint8Array> {
  return sharp(bytes, { animated: true, limitInputPixels, failOn: "none" })
    .timeout({ seconds: patience })
    .resize({ width: Math.min(width, widestMoving) })
    .webp({ quality: 72, effort: 2 })
    .toBuffer();
}

/** Whatever the libraries stumble over is a broken picture; nothing else is asked of them. */
async function read<Answer extends Made | Metadata>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PictureRefused) throw error;
    throw new PictureRefused("broken");
  }
}
