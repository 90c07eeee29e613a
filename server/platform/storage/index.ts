import { config } from "../config";
import { join } from "node:path";
import { disk } from "./disk";

/** Where the files of pictures lie. Names are ours: letters, digits, hyphens and one ending. */
export type Store = {
  /** Keeps a file whole or not at all; what had the name before is gone. */
  put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** A file's bytes, or null where there is none of that name. */
  get: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Takes files away; those that are not there are no mistake. */
  remove: (names: readonly string[]) => Promise<void>;
};

/** The store of this site's pictures: a folder beside its other data. */
export const pictureStore = (): Store => disk(join(config().data, "pictures"));
