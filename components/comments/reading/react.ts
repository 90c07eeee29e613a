import { type Kind, kinds, kindWords } from "../../reactions/words";
import { say, send } from "./in-place";

const unsent = "It did not arrive. Is there a connection? Please try again.";

/** Opens the three buttons behind a link "React", or closes them. */
export function offerToReact(link: HTMLAnchorElement): void {
  const open = document.querySelector<HTMLElement>(".c-react");
  const isHere = open !== null && open.previousElementSibling === link;
  open?.remove();
  if (isHere) return;
  const group = document.createElement("span");
  group.className = "c-react";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "React");
  const mine = kinds.find((kind) => kindWords[kind].mine === link.textContent) ?? null;
  for (const kind of kinds) group.append(button(kind, mine, (it) => void react(link, group, it)));
  const hint = document.createElement("span");
  hint.className = "field-hint";
  hint.textContent = mine ? "A press on what you said takes it back." : "Whoever wrote it sees that it was you.";
  group.append(hint);
  group.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close(link, group);
  });
  link.after(group);
  group.querySelector("button")?.focus({ preventScroll: true });
  group.scrollIntoView({ block: "nearest" });
}

function button(kind: Kind, mine: Kind | null, press: (kind: Kind | null) => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `button button--small button--${kind === mine ? "primary" : "quiet"}`;
  made.ariaPressed = String(kind === mine);
  made.textContent = kindWords[kind].press;
  made.addEventListener("click", () => press(kind === mine ? null : kind));
  return made;
}

function close(link: HTMLElement, group: HTMLElement): void {
  group.remove();
  link.focus();
}

async function react(link: HTMLAnchorElement, group: HTMLElement, kind: Kind | null): Promise<void> {
  if (group.ariaBusy) return;
  group.ariaBusy = "true";
  const [, of, key = ""] = link.pathname.split("/");
  const form = new FormData();
  form.append(of === "c" ? "comment" : "post", key);
  form.append("kind", kind ?? "none");
  const answer = await send("react", form);
  group.ariaBusy = null;
  if (answer?.go) {
    link.textContent = kind ? kindWords[kind].mine : "React";
    close(link, group);
    const said = say(kind ? `${kindWords[kind].mine}.` : "Taken back.", link.parentElement ?? link, "status");
    setTimeout(() => said.remove(), 5_000);
  } else if (answer?.signIn) location.assign(link.href);
  else {
    group.querySelector("[role=alert]")?.remove();
    say(answer?.problem ?? unsent, group, "alert");
  }
}
