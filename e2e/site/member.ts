import type { Running } from "./process";

/** Signs in by the form as it is without a script, and gives the cookie that stands for it. */
export async function cookieOf({ url }: Pick<Running, "url">, handle: string, password: string): Promise<string> {
  const page = await (await fetch(`${url}/enter`)).text();
  const form = new FormData();
  for (const [field] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(field)?.[1];
    if (name) form.set(unescaped(name), unescaped(/value="([^"]*)"/.exec(field)?.[1] ?? ""));
  }
  form.set("who", handle);
  form.set("password", password);
  const answer = await fetch(`${url}/enter`, {
    method: "POST",
    body: form,
    headers: { origin: url },
    redirect: "manual",
  });
  const cookie = /kith=[^;]+/.exec(answer.headers.getSetCookie().join())?.[0];
  if (!cookie) throw new Error(`${handle} could not sign in (${answer.status})`);
  return cookie;
}

const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

/** Calls a mutation of the api with a member's cookie. */
export const mutate = ({ url }: Pick<Running, "url">, cookie: string, path: string, input: unknown) =>
  fetch(`${url}/api/trpc/${path}`, {
    method: "POST",
    body: JSON.stringify(input),
    headers: { "content-type": "application/json", origin: url, cookie },
  });
