import type { Choices } from "./latest-choice";

/** Asks the server to look at one's own site, and gives what can be chosen now. Without an answer nothing changes. */
export async function lookAgain(postKey: string, give: (choices: Choices) => void): Promise<void> {
  const answer = await fetch("/api/latest", { method: "POST", body: new URLSearchParams({ post: postKey }) }).catch(
    () => null,
  );
  if (!answer?.ok) return;
  const choices: Choices | null = await answer.json();
  if (choices) give(choices);
}
