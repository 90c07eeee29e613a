import { type Refusable, refusals, sentenceOf } from "../refusals";

/** What a form is told: where to go, or what was wrong, with everything that was typed. */
export type FormAnswer = {
  go?: string;
  typed: Record<string, string>;
  /** One sentence above the form. */
  problem: string | null;
  /** A sentence for each field, by its name. */
  problems: Record<string, string>;
  /** A page of this site that shows what the problem is about. */
  see?: string;
  /** Whoever sent it is not signed in (any more). */
  signIn?: boolean;
  /** What was typed has no place here, or no room: it could be a post of its own. */
  elsewhere?: boolean;
  /** It waits on this device for a connection. */
  waits?: boolean;
  /** How the words would look, as sanitised HTML, where a form was asked for that without a script. */
  preview?: string;
};

/** Refusals of words that can stand elsewhere all the same. */
const elsewhere = new Set(["comments-closed", "connections-comment", "comment-cannot-be-answered"]);

/** Says an error of the api in sentences. */
export function sentenceFor(error: {
  code: string;
  message: string;
  cause?: unknown;
}): Pick<FormAnswer, "problem" | "problems" | "see" | "signIn" | "elsewhere"> {
  const fields = fieldProblems(error.cause);
  if (fields) {
    const [only, ...more] = Object.values(fields);
    const problem =
      only && more.length === 0 ? `${only}.`.replace(/([.?!])\.$/, "$1") : "Something in the form needs another look.";
    return { problem, problems: fields };
  }
  const complaints = complaintsOf(error.cause);
  const [because = "", reference] = error.message.split(" ");
  if (because in refusals) {
    const particulars = particularsOf(error.cause);
    const see = particulars.see === undefined ? {} : { see: String(particulars.see) };
    const signIn = because === "sign-in-first" && { signIn: true };
    const ways = elsewhere.has(because) && { elsewhere: true };
    return { problem: sentenceOf(because as Refusable, particulars), problems: complaints, ...see, ...signIn, ...ways };
  }
  return {
    problem: `Something went wrong on our side.${reference ? ` Please quote ${reference} if you write to us.` : ""} Nothing you typed is lost.`,
    problems: {},
  };
}

type Issue = { path: readonly PropertyKey[]; message: string };

function fieldProblems(cause: unknown): Record<string, string> | null {
  if (!(cause instanceof Error) || !("issues" in cause) || !Array.isArray(cause.issues)) return null;
  const issues = cause.issues as Issue[];
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0] ?? ""), message]));
}

type Complaint = { field: string; because: string; particulars?: Record<string, string | number> };

/** What the domain says is wrong with several fields at once. */
function complaintsOf(cause: unknown): Record<string, string> {
  if (!(cause instanceof Error) || !("complaints" in cause) || !Array.isArray(cause.complaints)) return {};
  const problems: Record<string, string> = {};
  for (const { field, because, particulars } of cause.complaints as Complaint[]) {
    const says = sentenceOf(because as Refusable, particulars ?? {});
    problems[field] = problems[field] ? `${problems[field]} ${says}` : says;
  }
  return problems;
}

function particularsOf(cause: unknown): Record<string, string | number> {
  const carried = cause instanceof Error && "particulars" in cause ? cause.particulars : null;
  return (carried ?? {}) as Record<string, string | number>;
}
