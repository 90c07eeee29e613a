import type { Caller } from "./door";
import type { Answer } from "./wire";

const unescaped = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The fields of the page's first form that has a field of this name, as a browser without scripts would send them. */
export function fieldsOf(html: string, having: string): Record<string, string> {
  for (const [form] of html.matchAll(/<form[\s\S]*?<\/form>/g)) {
    const fields = Object.fromEntries(
      [...form.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
        const name = /\sname="([^"]*)"/.exec(input)?.[1];
        return name ? [[unescaped(name), unescaped(/\svalue="([^"]*)"/.exec(input)?.[1] ?? "")]] : [];
      }),
    );
    if (having in fields) return fields;
  }
  throw new Error(`There is no form with a field ${having}`);
}

/** Sends a form the way a browser without scripts does. */
export function sends(
  who: Caller,
  path: string,
  { fields, headers = {} }: { fields: Record<string, string>; headers?: Record<string, string> },
): Promise<Answer> {
  const line = "kith-story-form";
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${line}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', "%22")}"\r\n\r\n${value}\r\n`,
  );
  return who.post(path, `${parts.join("")}--${line}--\r\n`, {
    headers: { "content-type": `multipart/form-data; boundary=${line}`, ...headers },
  });
}
