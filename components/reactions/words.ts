import type { Outputs } from "#/server/api/types";
import type { Kind } from "#/server/domain/reactions/input";

export type { Kind };

export type Received = Outputs["reactions"]["ofPost"];

/** In the order in which they are offered. Said here once more, because what reads the input stays on the server. */
export const kinds = ["thanks", "agree", "think"] as const satisfies readonly Kind[];

/** What each kind is called: on its button, before a number, and when it is one's own. */
export const kindWords: Record<Kind, { press: string; count: string; mine: string }> = {
  thanks: { press: "Thanks", count: "Thanks", mine: "You said thanks" },
  agree: { press: "I agree", count: "Agree", mine: "You agree" },
  think: { press: "Made me think", count: "Made me think", mine: "It made you think" },
};

/** "Thanks 3 · Agree 1"; empty where there is nothing to count. */
export const countsInWords = (counts: Received["counts"]): string =>
  kinds
    .flatMap((kind) => (counts[kind] ? [`${kindWords[kind].count} ${counts[kind].toLocaleString("en")}`] : []))
    .join(" · ");

/** What the way to the page of reactions is called: what one said, or that one can. */
export const wayInWords = ({ mine }: Pick<Received, "mine">): string => (mine ? kindWords[mine].mine : "React");
