import type { FormAnswer } from "../../client/form-answer";

/** Ours alone: what people link to in their own words may end like them. */
const ways = 'a[href^="/"][href$="/react"]:not(.prose *), a[href^="/report?"]:not(.prose *)';

/**
 * Reacting and reporting where one reads: a press on the way to their page does it here instead. What is needed comes at
 * the first press; where that fails, and without a script, the page is opened.
 */
export function actsInPlace(signal: AbortSignal): void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(ways) : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    // A number leads to whoever it was that reacted.
    if (!link || !isPlain || event.defaultPrevented || /\d/.test(link.textContent)) return;
    event.preventDefault();
    const begun = link.pathname.endsWith("/react")
      ? import("./react").then(({ offerToReact }) => offerToReact(link))
      : import("./report").then(({ offerToReport }) => offerToReport(link));
    begun.catch(() => location.assign(link.href));
  };
  document.addEventListener("click", onClick, { signal });
}

/** Sends a form to the action behind it. Null without a connection, or where the site does not answer. */
export async function send(door: "react" | "report", form: FormData): Promise<FormAnswer | null> {
  const headers = { "kith-form": document.getElementById("main")?.dataset.me ?? "-" };
  try {
    const answer = await fetch(`/api/forms/${door}`, { method: "POST", headers, body: form });
    return answer.ok ? ((await answer.json()) as FormAnswer) : null;
  } catch {
    return null;
  }
}

/** What is said where one acted: a problem at once, a success when there is a pause. */
export function say(words: string, at: Element, role: "alert" | "status"): HTMLElement {
  const said = document.createElement("span");
  said.setAttribute("role", role);
  said.className = role === "alert" ? "field-error" : "sr-only";
  at.append(said);
  // What is empty when it comes and filled then is heard.
  requestAnimationFrame(() => {
    said.textContent = words;
  });
  return said;
}
