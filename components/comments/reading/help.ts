import { keysAreOff, switchKeys } from "./keys";

const rows = [
  ["j", "the next comment"],
  ["k", "the one before"],
  ["n", "the next new one"],
  ["p", "what it answers"],
  ["c", "fold or unfold its replies"],
  ["r", "reply to it"],
  ["/", "search"],
  ["?", "this list"],
] as const;

/** Which keys there are, and the switch for them. */
export function showHelp(section: HTMLElement): void {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog keys-help";
  dialog.setAttribute("aria-labelledby", "keys-help");
  const list = rows.map(([key, words]) => `<div><dt><kbd>${key}</kbd></dt><dd>${words}</dd></div>`).join("");
  const bySettings = section.dataset.keys === "off";
  dialog.innerHTML = `<h2 id="keys-help">Keys for reading</h2><dl>${list}</dl>
<p>Ctrl or Cmd and Enter sends what you write.</p>
<p>${
    bySettings
      ? 'Single keys are switched off in <a class="link" href="/settings#single-keys">your settings</a>.'
      : '<label class="choice"><input type="checkbox"/><span>Single keys work on this device</span></label>'
  }</p><p class="form-acts"><button type="button" class="button button--primary">Close</button></p>`;
  const box = dialog.querySelector("input");
  if (box) {
    box.checked = !keysAreOff(section);
    box.addEventListener("change", () => switchKeys(box.checked));
  }
  dialog.querySelector("button")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
