import { cache } from "react";
import { api } from "../../../api";
import { found } from "../../../found";

/** The member at an address; asked once, however many parts of the page want them. */
export const memberOf = cache(async (handle: string) => found((await api()).members.byHandle({ handle })));

export type Member = Awaited<ReturnType<typeof memberOf>>;
