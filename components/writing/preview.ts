import { type Refusable, refusals, sentenceOf } from "../refusals";

/** How words look; or why that cannot be shown, and in how many seconds it can. */
export type Preview = { html: string } | { problem: string; wait?: number };

const broken = "The preview did not arrive. Nothing you typed is lost; please try again.";

/** Asks the server how words will look. Loaded when somebody first asks. */
export async function previewOf(source: string, room: "comment" | "post"): Promise<Preview> {
  try {
    const answer = await fetch("/api/trpc/posts.preview", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ source, room }),
    });
    return spoken(await answer.json());
  } catch {
    return { problem: broken };
  }
}

type Said = {
  result?: { data?: { html?: unknown } };
  error?: { message?: string; data?: { refusal?: { particulars?: Record<string, string | number> } | null } };
};

function spoken({ result, error }: Said): Preview {
  if (typeof result?.data?.html === "string") return { html: result.data.html };
  const because = error?.message ?? "";
  if (!(because in refusals)) return { problem: broken };
  const particulars = error?.data?.refusal?.particulars ?? {};
  const wait = because === "previewing-too-fast" ? Number(particulars.seconds) : undefined;
  return { problem: sentenceOf(because as Refusable, particulars), ...(wait && { wait }) };
}
