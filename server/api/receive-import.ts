import { DomainError } from "../domain/errors";
import { queueImport } from "../domain/imports/commands";
import { fail } from "../domain/imports/errors";
import { can } from "../domain/imports/policy";
import { dropUpload, keepUpload, type Upload } from "../domain/imports/runs/uploads";
import type { Viewer } from "../domain/policy";
import { BrokenForm, boundaryOf, partsOf, textOf } from "../platform/multipart";
import { readingFor } from "./caller";

/** What came with a request: a form with a file, or the file itself with its name and wishes in the address. */
export type Brought = { contentType: string | null; query: URLSearchParams; body: AsyncIterable<Uint8Array> };

export type Received = { id: string } | { because: string };

/**
 * Takes an export as it arrives and lets it wait for its import. It stands beside tRPC because a file of a gigabyte is no
 * JSON; who may is asked before the first byte is kept.
 */
export async function receiveImport(viewer: Viewer, brought: Brought): Promise<Received> {
  try {
    if (!viewer || !can(viewer, "import", null).ok) return fail("import-not-yours");
    const ctx = { ...readingFor(viewer), viewer };
    const { upload, fileName, dryRun } = await kept(brought);
    try {
      return await queueImport(ctx, { ...upload, fileName, dryRun });
    } catch (error) {
      await dropUpload(upload.path);
      throw error;
    }
  } catch (error) {
    if (error instanceof DomainError) return { because: error.because };
    if (error instanceof BrokenForm) return { because: "import-broken-form" };
    throw error;
  }
}

type Kept = { upload: Upload; fileName: string; dryRun: boolean };

const says = (word: string | null) => word !== null && /^(?:1|on|true|yes)$/.test(word);

async function kept({ contentType, query, body }: Brought): Promise<Kept> {
  const boundary = boundaryOf(contentType);
  if (boundary) return keptOfForm(body, boundary);
  if (/^multipart\//i.test(contentType ?? "")) throw new BrokenForm("a form without a boundary");
  return { upload: await keepUpload(body), fileName: query.get("name") ?? "", dryRun: says(query.get("dryRun")) };
}

async function keptOfForm(body: AsyncIterable<Uint8Array>, boundary: string): Promise<Kept> {
  let file: Pick<Kept, "upload" | "fileName"> | null = null;
  let dryRun = false;
  try {
    for await (const part of partsOf(body, boundary)) {
      if (part.name === "dryRun") dryRun = says(await textOf(part));
      if (part.name === "file" && !file) file = { upload: await keepUpload(part.body), fileName: part.fileName ?? "" };
    }
  } catch (error) {
    if (file) await dropUpload(file.upload.path);
    throw error;
  }
  return file ? { ...file, dryRun } : fail("import-empty");
}
