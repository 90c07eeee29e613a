import type { Thread } from "./start";

/** A picture that is too tall for the window is shown smaller; here it becomes a way to see it whole. */
export function tallPictures({ section }: Thread, signal: AbortSignal): void {
  section.addEventListener("load", ({ target }) => leadToWhole(target), { capture: true, signal });
  for (const picture of section.querySelectorAll<HTMLImageElement>(".c-body img"))
    if (picture.complete) leadToWhole(picture);
}

function leadToWhole(picture: EventTarget | null): void {
  if (!(picture instanceof HTMLImageElement) || !picture.matches(".c-body img:not(a img)")) return;
  const whole = (picture.clientWidth * picture.naturalHeight) / picture.naturalWidth;
  if (picture.clientHeight > whole - 2) return;
  const link = document.createElement("a");
  link.href = picture.src;
  link.title = "See it whole";
  picture.replaceWith(link);
  link.append(picture);
}
