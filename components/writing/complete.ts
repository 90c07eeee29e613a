import "@github/text-expander-element";
import { allEmoji, emojiFor } from "./emoji";
import { typeOver } from "./edit";

/** What is offered: what it puts into the words, and how it is shown. */
type Offer = { value: string; sign: string; words: string };
type Asking = CustomEvent<{ key: string; text: string; provide: (answer: Promise<object>) => void }>;
type Taking = CustomEvent<{ item: HTMLElement; key: string }>;

const most = 8;
/** A colon is often just one: emoji are offered from the second letter on. */
const leastOfEmoji = 2;

/**
 * Offers people behind an `@` and emoji behind a `:`, in a list that the arrow keys walk and Enter or Tab takes from.
 * @param postKey the post whose people come first
 * @returns how to stop
 */
export function offerCompletion(area: HTMLTextAreaElement, postKey: string | undefined): () => void {
  const expander = area.closest("text-expander");
  if (!expander) return () => undefined;
  const rest = resting(expander);
  let newest: Promise<Offer[]> = Promise.resolve([]);
  const onAsked = (event: Event) => {
    const { key, text, provide } = (event as Asking).detail;
    narrow(expander, area, text);
    const mine = offersFor(key, text, postKey, rest);
    newest = mine;
    // Answers overtake one another: one to fewer letters that comes later shows what the letters typed since then ask for.
    provide(mine.then(async () => listOf(await newest)));
  };
  const onTaken = (event: Event) => {
    event.preventDefault();
    const { item, key } = (event as Taking).detail;
    const at = area.value.lastIndexOf(key, area.selectionEnd - 1);
    (expander as HTMLElement & { dismiss: () => void }).dismiss();
    typeOver(area, `${item.dataset.value} `, [at, area.selectionEnd]);
  };
  // A field for many lines is none of the things a combobox may be; it says by itself which option is meant.
  const onShown = () =>
    queueMicrotask(() => {
      for (const name of ["role", "aria-expanded", "aria-haspopup"]) area.removeAttribute(name);
    });
  expander.addEventListener("text-expander-activate", onShown);
  expander.addEventListener("text-expander-change", onAsked);
  expander.addEventListener("text-expander-value", onTaken);
  return () => {
    expander.removeEventListener("text-expander-activate", onShown);
    expander.removeEventListener("text-expander-change", onAsked);
    expander.removeEventListener("text-expander-value", onTaken);
  };
}

/** Until the answer is there, the list that is shown holds only what still fits: Enter never takes what does not. */
function narrow(expander: Element, area: HTMLTextAreaElement, text: string): void {
  const options = Array.from(expander.querySelectorAll<HTMLElement>(".offers > li"));
  const isMeant = ({ textContent }: HTMLElement) =>
    textContent
      .toLowerCase()
      .split(/[\s@]+/)
      .some((word) => word.startsWith(text.toLowerCase()));
  const fitting = options.filter(isMeant);
  for (const option of options) if (!fitting.includes(option)) option.remove();
  const [first] = fitting;
  if (!first || fitting.some(({ ariaSelected }) => ariaSelected === "true")) return;
  first.ariaSelected = "true";
  area.setAttribute("aria-activedescendant", first.id);
}

type Rest = ReturnType<typeof resting>;

/** When too many people were asked for, nobody is asked for until the time is over; a line says so, and one writes on. */
function resting(expander: Element) {
  let until = 0;
  const says = document.createElement("p");
  says.className = "field-hint";
  says.role = "status";
  return {
    isOver: () => Date.now() >= until,
    begin: (seconds: number) => {
      until = Date.now() + seconds * 1000;
      (expander.parentElement ?? expander).after(says);
      says.textContent = `No names are suggested for the next ${seconds} seconds, as you looked for many. Write on: a handle you type yourself works all the same.`;
      setTimeout(() => says.remove(), seconds * 1000);
    },
  };
}

class TooOften extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super("mentioning-too-fast");
    this.seconds = seconds;
  }
}

async function offersFor(key: string, text: string, postKey: string | undefined, rest: Rest): Promise<Offer[]> {
  try {
    if (key === "@") return rest.isOver() ? await peopleFor(text, postKey) : [];
    if (text.length < leastOfEmoji) return [];
    const found = emojiFor(await allEmoji(), text, most);
    return found.map(({ sign, names }) => ({ value: sign, sign, words: names[0] ?? "" }));
  } catch (error) {
    if (error instanceof TooOften && rest.isOver()) rest.begin(error.seconds);
    // Without an answer nothing is offered, and one writes on.
    return [];
  }
}

type Person = { handle: string; name: string };
const asked = new Map<string, Promise<Person[]>>();

async function peopleFor(text: string, postKey: string | undefined): Promise<Offer[]> {
  const input = encodeURIComponent(JSON.stringify({ text: text.slice(0, 60), ...(postKey && { postKey }) }));
  const answer =
    asked.get(input) ??
    fetch(`/api/trpc/comments.whoToMention?input=${input}`).then(async (it) => peopleIn(await it.json()));
  asked.set(input, answer);
  answer.catch(() => asked.delete(input));
  return (await answer).map(({ handle, name }) => ({ value: `@${handle}`, sign: name, words: `@${handle}` }));
}

type Said = { result?: { data?: Person[] }; error?: { data?: { refusal?: { particulars?: { seconds?: number } } } } };

function peopleIn(said: Said): Person[] {
  const seconds = said.error?.data?.refusal?.particulars?.seconds;
  if (seconds) throw new TooOften(seconds);
  if (!Array.isArray(said.result?.data)) throw new Error("Nobody was named");
  return said.result.data;
}

/** The list as the expander wants it: options in a listbox, the first one chosen. */
function listOf(offers: Offer[]): { matched: boolean; fragment?: HTMLElement } {
  if (offers.length === 0) return { matched: false };
  const list = document.createElement("ul");
  list.className = "offers";
  list.role = "listbox";
  list.ariaLabel = "Suggestions";
  for (const [nth, { value, sign, words }] of offers.entries()) {
    const option = document.createElement("li");
    option.role = "option";
    option.id = `offer-${nth}`;
    option.dataset.value = value;
    const shown = document.createElement("bdi");
    shown.textContent = sign;
    const more = document.createElement("small");
    more.textContent = words;
    option.append(shown, " ", more);
    list.append(option);
  }
  return { matched: true, fragment: list };
}
