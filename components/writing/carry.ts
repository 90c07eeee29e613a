import type { FormAnswer } from "../client/form-answer";
import type { Door } from "./carried";
import { keeperAt } from "./keepers";
import { me } from "./kept";
import { queue, sentBy } from "./outbox";

const broken =
  "Something went wrong on the way. Nothing you typed is lost: it is kept on this device. Please try again in a moment.";

/**
 * Brings a form to the server. Where there is no connection it waits on this device, and goes out by itself, once.
 * @param place where its words are kept
 */
export async function carry(door: Door, place: string, data: FormData): Promise<FormAnswer> {
  const keeper = keeperAt(place);
  await keeper?.settle();
  const answer = await bring(door, place, data);
  if (!answer.go) keeper?.goOn();
  return answer;
}

async function bring(door: Door, place: string, data: FormData): Promise<FormAnswer> {
  const typed = textsOf(data);
  if (!navigator.onLine) return wait(door, place, data);
  let answer: Response;
  try {
    answer = await fetch(`/api/forms/${door}`, { method: "POST", headers: sentBy(me()), body: data });
  } catch {
    return wait(door, place, data);
  }
  try {
    return (await answer.json()) as FormAnswer;
  } catch {
    return { typed, problem: broken, problems: {} };
  }
}

function wait(door: Door, place: string, data: FormData): FormAnswer {
  const typed = textsOf(data);
  if (queue({ door, place, fields: Object.entries(typed), page: location.pathname + location.search, at: Date.now() }))
    return { typed, problem: null, problems: {}, waits: true };
  return {
    typed,
    problem: "There is no connection. Your words are kept; please send them again when there is one.",
    problems: {},
  };
}

const textsOf = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data.entries()].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
    ),
  );
