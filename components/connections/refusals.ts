import type { reasons } from "#/server/domain/connections/errors";

/** One sentence for every reason a connection may be refused. */
export const refusals: Record<keyof typeof reasons, string> = {
  "already-answered": "This request has already been answered.",
  "ask-again-later": "You asked before. You may ask again from {again}.",
  "asked-enough": "You have asked {times} times. That is as often as anybody may; they can still ask you.",
  "asking-is-off": "Nobody can send connection requests here at the moment.",
  "blocked-by-you": "You blocked this member. Unblock them first.",
  "cannot-be-asked-now": "This member is suspended and cannot answer at the moment.",
  "has-no-way-in": "This member came here with an import and has not signed in yet, so nobody could answer.",
  "network-full": "Your network is full: {most} connections are the most one can have here.",
  "no-such-member": "There is nobody here by that name.",
  "no-such-request": "This request is no longer here.",
  "not-asked-of-you": "Only the person who was asked can answer.",
  "not-your-request": "Only the person who sent this request can take it back.",
  "note-needed":
    "You share no thread and no connection yet. Please write at least {least} characters about who you are.",
  "nothing-to-take-back": "It is too late to take this back.",
  "suspended-cannot-connect": "Your membership is suspended, so you cannot connect with anybody at the moment.",
  "that-is-you": "You are already in your own network.",
  "their-network-full": "Their network is full: {most} connections are the most one can have here.",
  "too-many-open": "{open} of your requests are waiting, as many as may. Withdraw one, or wait for an answer.",
  "too-many-today": "You have sent {day} requests in 24 hours, as many as may. The next may go from {next}.",
};
