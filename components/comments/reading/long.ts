import type { Thread } from "./start";

/**
 * The rest of a very long comment: at a press on "Read on", and by itself when the browser's search or the keyboard
 * reaches into it.
 */
export function readingOn({ section }: Thread): void {
  const open = (body: Element | null | undefined) => {
    body?.classList.remove("c-long");
    const button = body?.nextElementSibling;
    if (button?.matches(".c-on")) button.remove();
  };
  section.addEventListener("click", ({ target }) => {
    const body = target instanceof Element ? target.closest(".c-on")?.previousElementSibling : null;
    if (!(body instanceof HTMLElement)) return;
    open(body);
    body.tabIndex = -1;
    body.focus({ preventScroll: true });
  });
  section.addEventListener(
    "scroll",
    ({ target }) => {
      if (target instanceof Element && target.matches(".c-long")) open(target);
    },
    true,
  );
}
