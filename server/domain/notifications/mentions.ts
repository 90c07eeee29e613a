import { handlesIn } from "#/server/platform/text";

/** More names than this in one text are a crowd: the rest is not told. */
const mostNamed = 10;

/** The handles whose members are told of a text: the first ten it names. Takes HTML that our renderer made. */
export const firstNamed = (html: string): string[] => handlesIn(html).slice(0, mostNamed);
