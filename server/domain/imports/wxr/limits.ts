/** What one file may ask of our memory. A true export stays far below each of these. */
export type WxrLimits = {
  /** Elements inside one another. WXR needs 6; HTML that was pasted unescaped may need some dozens. */
  depth: number;
  /** Characters of one text, comment or attribute. The longest body of the known exports has 39,122. */
  text: number;
  /** Attributes of one element. The root of an export with many plugins declares about 20. */
  attributes: number;
  /** Characters from `<item>` to `</item>`, all comments counted: an item is held whole, so this bounds what we hold. */
  item: number;
  /** Comments and labels of one item, for those that are too short to meet the bound above. */
  parts: number;
};

export const usualLimits: WxrLimits = {
  depth: 200,
  text: 20_000_000,
  attributes: 100,
  item: 100_000_000,
  parts: 200_000,
};

/** Bytes handed to the parser at once: small enough that a file given as one buffer is still read item by item. */
export const pieceSize = 64 * 1024;

/** Characters that may stand before `<?xml` and be dropped: a notice or two of PHP, not a document. */
export const junkLimit = 4096;

/** Bytes looked at before the first is parsed. UTF-8 needs up to 3 for one of the characters counted by `junkLimit`. */
export const headSize = 4 * junkLimit;
