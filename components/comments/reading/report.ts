import { say, send } from "./in-place";

const unsent = "It did not arrive. Is there a connection? What you wrote stands here; please try again.";

/** Opens the form of the page that "Report" leads to in a dialog over the conversation, which stays where it is. */
export async function offerToReport(link: HTMLAnchorElement): Promise<void> {
  const page = await pageAt(link.href);
  const form = page?.querySelector<HTMLFormElement>("form");
  if (!page || !form) return location.assign(link.href);
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-label", "Report");
  apart(form);
  // It would not count on here.
  form.querySelector("[id$=-counter]")?.remove();
  dialog.append(headOf(page), form);
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  form.querySelector("p.form-acts a")?.replaceWith(closing("Rather not", dialog));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void report(dialog, form, event.submitter);
  });
  dialog.showModal();
}

async function report(dialog: HTMLDialogElement, form: HTMLFormElement, submitter: HTMLElement | null) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const answer = await send("report", new FormData(form, submitter));
  form.ariaBusy = "false";
  form.querySelector("[role=alert]")?.remove();
  if (answer?.signIn) return location.assign(`/enter?to=${encodeURIComponent(location.pathname)}`);
  const page = answer?.go ? await pageAt(answer.go) : null;
  if (!answer?.go) return void say(answer?.problem ?? unsent, form, "alert");
  const acts = document.createElement("p");
  acts.className = "form-acts";
  const back = closing("Go on reading", dialog);
  back.classList.replace("button--quiet", "button--primary");
  acts.append(back);
  dialog.replaceChildren(page ? headOf(page) : "The moderators know now.", acts);
  back.focus();
}

/** The words of a page of this site; null where it cannot be had. */
async function pageAt(href: string): Promise<HTMLElement | null> {
  const answer = await fetch(href).catch(() => null);
  if (!answer?.ok || answer.redirected) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector<HTMLElement>("#main");
}

/** Its heading, one level down, and the line under it. */
function headOf(page: HTMLElement): HTMLElement {
  const head = document.createElement("div");
  head.className = "dialog-head";
  const title = document.createElement("h2");
  title.textContent = page.querySelector("h1")?.textContent ?? "Report";
  head.append(title, ...(page.querySelector(".page-head > p") ? [page.querySelector(".page-head > p") ?? ""] : []));
  head.setAttribute("role", "status");
  return head;
}

/** Ids of another page get names of their own here. */
function apart(form: HTMLElement): void {
  for (const name of ["id", "for", "aria-describedby"])
    for (const it of form.querySelectorAll(`[${name}]`))
      it.setAttribute(name, (it.getAttribute(name) ?? "").replace(/\S+/g, "report-$&"));
}

function closing(words: string, dialog: HTMLDialogElement): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button--quiet";
  made.textContent = words;
  made.addEventListener("click", () => dialog.close());
  return made;
}
