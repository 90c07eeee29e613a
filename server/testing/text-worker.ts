import { bundle } from "#/bin/bundle.mjs";

/** Makes the thread that renders text out of the source as it is now. For `beforeAll` in tests that render. */
export async function bundleTextWorker(): Promise<void> {
  await bundle({ only: ["text-worker"] });
}
