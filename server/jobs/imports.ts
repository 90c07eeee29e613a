import { contextFor } from "../context";
import { forgetUploads, runNextImport } from "../domain/imports/commands";

/** Runs the imports that wait, one after another, and goes on with one that was broken off. */
export async function runImports(stopped: () => boolean): Promise<void> {
  const ctx = contextFor(null);
  let ran = false;
  while (!stopped() && (await runNextImport(ctx, stopped))) ran = true;
  if (ran) await forgetUploads(ctx);
}
