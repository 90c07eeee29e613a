import { DomainError, type Particulars } from "../domain/errors";
import { addPicture, askToAdd } from "../domain/pictures/commands";
import { fail } from "../domain/pictures/errors";
import { mostBytes } from "../domain/pictures/input";
import { mayAdd } from "../domain/pictures/policy";
import { pictureByName } from "../domain/pictures/queries";
import type { Viewer } from "../domain/policy";
import { BrokenForm, boundaryOf, partsOf } from "../platform/multipart";
import { readingFor } from "./caller";
import type { Because } from "./types";

/** What came with a request: a form with a file, or the file itself. */
export type Brought = { contentType: string | null; length: number; body: AsyncIterable<Uint8Array> };

export type Refused = { because: Because; particulars: Particulars };

type Added = Awaited<ReturnType<typeof addPicture>>;

/**
 * Takes a picture as it arrives. It stands beside tRPC because a picture is no JSON; who may is asked before the first
 * byte is read, and no more is read than there may be.
 */
export async function receivePicture(viewer: Viewer, brought: Brought): Promise<Added | Refused> {
  return orRefusal(async () => {
    const may = mayAdd(viewer, { on: true });
    if (!viewer || !may.ok) return fail("pictures-members-only");
    const ctx = { ...readingFor(viewer), viewer };
    const set = await askToAdd(ctx);
    // A form is a little longer than the picture in it.
    if (brought.length > set["pictures.bytes"] + 10_000) return tooBig(set["pictures.bytes"]);
    return addPicture(ctx, await bytesOf(brought, set["pictures.bytes"]));
  });
}

/** A picture for whoever may see it, or null where there is none for them. */
export async function servePicture(viewer: Viewer, name: string, wish: number | "play" | null) {
  const found = await orRefusal(() => pictureByName(readingFor(viewer), name, wish));
  return "because" in found ? null : found;
}

async function orRefusal<Answer extends object>(work: () => Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return { because: error.because as Because, particulars: error.particulars };
    if (error instanceof BrokenForm) return { because: "picture-broken-form", particulars: {} };
    throw error;
  }
}

const tooBig = (most: number) => fail("picture-too-big", { most: Math.max(0.1, Math.round(most / 100_000) / 10) });

async function bytesOf({ contentType, body }: Brought, most: number): Promise<Uint8Array> {
  const boundary = boundaryOf(contentType);
  if (!boundary) return whole(body, most);
  for await (const part of partsOf(body, boundary)) if (part.name === "picture") return whole(part.body, most);
  return fail("picture-empty");
}

async function whole(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > Math.min(most, mostBytes)) return tooBig(most);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
