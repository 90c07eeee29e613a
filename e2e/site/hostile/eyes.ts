import { type BrowserContext, expect, type Page } from "@playwright/test";
import { allowedAttributes, allowedTags } from "#/server/platform/text/vocabulary";

/** What a browser must not have noticed while somebody read: a script that ran, a policy that had to step in. */
export class Eyes {
  readonly page: Page;
  readonly noticed: string[] = [];
  private readonly site: string;

  private constructor(page: Page, site: string) {
    this.page = page;
    this.site = site;
  }

  /** Opens a page in which everything that could give a running script away is listened to. */
  static async open(context: BrowserContext, site: string): Promise<Eyes> {
    const page = await context.newPage();
    const eyes = new Eyes(page, site);
    const notice = (what: string) => void eyes.noticed.push(`${new URL(page.url()).pathname}: ${what}`);
    await page.exposeFunction("kithNotices", notice);
    await page.addInitScript(listen);
    page.on("dialog", (dialog) => {
      notice(`a ${dialog.type()} said ${dialog.message().slice(0, 80)}`);
      dialog.dismiss().catch(() => undefined);
    });
    page.on("popup", () => notice("a window was opened"));
    page.on("pageerror", (error) => notice(`a script broke: ${error.message.slice(0, 120)}`));
    page.on("console", (said) => {
      if (said.type() === "error") notice(`the console says ${said.text().slice(0, 160)}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(site) && !/^(data|about|blob):/.test(url)) notice(`${url.slice(0, 120)} was asked for`);
    });
    return eyes;
  }

  /** Opens an address and reads the whole of it; gives what is on it that no page of ours may hold. */
  async reads(path: string): Promise<string[]> {
    const answer = await this.page.goto(`${this.site}${path}`, { waitUntil: "load" });
    expect(answer?.status(), path).toBe(200);
    return this.looks();
  }

  /** What stands on the page as it is now that no page of ours may hold. */
  looks(): Promise<string[]> {
    return this.page.evaluate(found, { allowedTags, allowedAttributes });
  }
}

/** Runs before any script of the page: whatever payloads like to call tells us. */
function listen() {
  const notices = (what: string) =>
    void (window as unknown as { kithNotices: (what: string) => void }).kithNotices(what);
  for (const name of ["alert", "confirm", "prompt", "print"])
    Object.assign(window, { [name]: () => notices(`${name}() was called`) });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    notices(`the policy stopped ${violatedDirective} ${blockedURI} ${sample}`),
  );
}

/** Runs in the page, so it leans on nothing outside itself. */
function found({
  allowedTags,
  allowedAttributes,
}: {
  allowedTags: string[];
  allowedAttributes: Record<string, string[]>;
}) {
  const problems: string[] = [];
  const shown = (element: Element) => element.outerHTML.slice(0, 120);
  const leads = new Set([
    "href",
    "src",
    "action",
    "formaction",
    "xlink:href",
    "data",
    "poster",
    "background",
    "srcset",
  ]);
  const safe = new Set(["http:", "https:", "mailto:"]);
  const own = /^\((?:self|globalThis)[.[]|^self\.__next_f|^\(self\.__next_f|^requestAnimationFrame\(function\(\)\{\$RT/;

  const isJson = (text: string): boolean => {
    try {
      return typeof JSON.parse(text) === "object";
    } catch {
      return false;
    }
  };
  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    if (["iframe", "object", "embed", "base", "frame", "applet", "math", "marquee"].includes(tag))
      problems.push(`<${tag}>: ${shown(element)}`);
    // What a page says of itself to programs is data, as long as it is nothing but JSON.
    const isData = element.getAttribute("type") === "application/ld+json" && isJson(element.textContent);
    if (tag === "script" && !element.hasAttribute("src") && !isData && !own.test(element.textContent))
      problems.push(`a script of nobody's: ${shown(element)}`);
    if (tag === "style" || (tag === "meta" && /refresh/i.test(element.getAttribute("http-equiv") ?? "")))
      problems.push(`<${tag}>: ${shown(element)}`);
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "srcdoc") problems.push(`${name}: ${shown(element)}`);
      if (!leads.has(name)) continue;
      const address = URL.parse(value, location.href);
      if (!address || !safe.has(address.protocol)) problems.push(`${name} to ${value.slice(0, 80)}: ${shown(element)}`);
      else if (tag !== "a" && address.origin !== location.origin) problems.push(`${name} elsewhere: ${shown(element)}`);
    }
  }
  for (const element of document.querySelectorAll(".prose *")) {
    const tag = element.localName;
    if (!allowedTags.includes(tag)) problems.push(`<${tag}> in a body: ${shown(element)}`);
    for (const { name } of element.attributes)
      if (!allowedAttributes[tag]?.includes(name)) problems.push(`${name} on <${tag}> in a body: ${shown(element)}`);
  }
  return problems;
}
