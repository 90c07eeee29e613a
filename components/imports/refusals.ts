import type { reasons } from "#/server/domain/imports/errors";

export const refusals: Record<keyof typeof reasons, string> = {
  "import-not-yours": "Only the owner of the site can bring a community in.",
  "import-too-big":
    "This file is larger than a gigabyte. Please bring it in from the shell: npm run kith -- import wxr FILE",
  "import-empty": "There was no file, or nothing in it. Please choose the export you saved from WordPress.",
  "import-broken-form": "The file did not arrive whole. Please send it again.",
};
