import { makeHere } from "./make";
import { inTurn } from "./turn";
import type { Made } from "./made";

export { type Made, PictureRefused } from "./made";

/**
 * A picture made anew from what somebody sent: told by its bytes and never by its name, turned upright, without any of
 * the metadata it came with, in WebP and in the widths of phones and desktops.
 * The work is done in threads of libvips, two pictures at a time. Throws PictureRefused.
 * @param pixels the most it may have, those of every frame together
 */
export const makePicture = (bytes: Uint8Array, pixels: number): Promise<Made> => inTurn(() => makeHere(bytes, pixels));
