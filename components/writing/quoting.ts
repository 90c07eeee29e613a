import { entered } from "./listen-for-quotes";
import { quoteInto, type Selected, selectedNow } from "./quote-selection";

let button: HTMLButtonElement | null = null;
let selected: Selected | null = null;

/**
 * Offers to quote what is selected in a body of the page: a button behind the selection, so that Tab arrives at it, and
 * near it, so that a finger or a pointer does.
 */
export function offerQuote(): void {
  const found = selectedNow();
  selected = found;
  if (!found || !fieldFor(found, false)) return hide();
  const { body, range } = found;
  button ??= make();
  button.hidden = false;
  const host = body.parentElement ?? body;
  if (button.parentElement !== host || button.previousElementSibling !== body) body.after(button);
  const [at, around] = [range.getBoundingClientRect(), host.getBoundingClientRect()];
  // Below the selection: above it phones show their own menu.
  button.style.top = `${at.bottom - around.top + 8}px`;
  button.style.left = `${Math.max(0, Math.min(at.left - around.left, around.width - 90))}px`;
}

function hide(): void {
  if (button && document.activeElement !== button) button.hidden = true;
}

function make(): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button--primary button--small quote-button";
  made.textContent = "Quote";
  // A press must not take the selection away before it was read.
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  made.addEventListener("click", () => void quote());
  made.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  return made;
}

async function quote(): Promise<void> {
  const taken = selected;
  if (!taken) return;
  const field = await openedField(taken);
  getSelection()?.removeAllRanges();
  if (button) button.hidden = true;
  if (!field) return;
  // What was given back to it, or typed before it had a script, is written on at its end.
  const last = entered.get(field);
  const at = last?.value === field.value ? last.at : field.value.length;
  field.setSelectionRange(at, at);
  await quoteInto(field, taken);
}

const fields = "#say textarea[name=source], #reply textarea[name=source], .c-reply textarea[name=source]";

/** The field of this thread that one is writing in: of those that hold words or were opened to reply, the last used. */
function begunField(): HTMLTextAreaElement | null {
  const begun = Array.from(document.querySelectorAll<HTMLTextAreaElement>(fields)).filter(
    (field) => !field.readOnly && (field.value.trim() !== "" || field.closest(".c-reply")),
  );
  const last = Array.from(entered.keys()).findLast((field) => begun.includes(field));
  return last ?? begun[0] ?? null;
}

/** The field that a quote goes into: the one that is begun, else the reply to what was quoted, else the comment's. */
function fieldFor({ place }: Selected, mayOpen: boolean): HTMLTextAreaElement | HTMLElement | null {
  const begun = begunField();
  if (begun) return begun;
  const reply = place?.querySelector<HTMLElement>('.c-acts > [href$="#reply"]');
  if (reply && mayOpen) reply.click();
  return (
    reply ?? document.querySelector<HTMLTextAreaElement>("#say textarea[name=source], #reply textarea[name=source]")
  );
}

/** Opens it where it is not open yet, and waits until it stands there. */
async function openedField(taken: Selected): Promise<HTMLTextAreaElement | null> {
  for (let tries = 0; tries < 50; tries += 1) {
    const field = fieldFor(taken, tries === 0);
    if (field instanceof HTMLTextAreaElement) return field;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return null;
}
