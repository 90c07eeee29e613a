/** What the address of a picture says of it: how much room it takes on a page, and whether there is more to play. */
export type PictureFace = { key: string; width: number; height: number; moving: boolean };

const written = /^\/pictures\/([0-9a-hjkmnp-tv-z]{20})-([1-9]\d{0,3})x([1-9]\d{0,3})(-plays)?$/;
const inHtml = /\b(?:src|href)="\/pictures\/([0-9a-hjkmnp-tv-z]{20})-/g;

/** The widths smaller than its own that a picture is asked for in; whoever serves it gives the nearest it has. */
const widths = [480, 960];

/** A line of prose is 40 rem at most, and as wide as the screen where that is narrower. */
const sizes = "(max-width: 42rem) 100vw, 40rem";

/** Where a picture of ours is, or null for any other address. Its query, if it has one, does not count. */
export function pictureAt(href: string): PictureFace | null {
  const [, key, width, height, plays] = written.exec(href.replace(/[?#].*$/s, "")) ?? [];
  return key ? { key, width: Number(width), height: Number(height), moving: plays !== undefined } : null;
}

/** The address of a picture, which is also what stands in the words that show it. */
export const pictureAddress = ({ key, width, height, moving }: PictureFace): string =>
  `/pictures/${key}-${width}x${height}${moving ? "-plays" : ""}`;

/** What a page needs to show a picture: its room is left before it comes, and a phone takes a smaller one. */
export function pictureAttributes(picture: PictureFace): Record<string, string> {
  const src = pictureAddress(picture);
  const smaller = widths.filter((one) => one < picture.width).map((one) => `${src}?w=${one} ${one}w`);
  return {
    src,
    ...(smaller.length > 0 && { srcset: [...smaller, `${src} ${picture.width}w`].join(", "), sizes }),
    width: String(picture.width),
    height: String(picture.height),
  };
}

/** The keys of the pictures that sanitised HTML shows or leads to, each once. */
export const picturesIn = (html: string): string[] => [
  ...new Set(Array.from(html.matchAll(inHtml), ([, key]) => key ?? "")),
];
