import { z } from "zod";
import { type Answer, type Asking, ask } from "./wire";

const refused = z.object({
  error: z.object({
    message: z.string(),
    data: z.object({ code: z.string(), refusal: z.object({ because: z.string() }).nullish() }),
  }),
});
const given = z.object({ result: z.object({ data: z.unknown().optional() }) });

/** What the api said: what it gave, or why not. */
export type Said = Answer & { gave: unknown; because: string | null };

/** Somebody at the site's api, by real HTTP: with the cookie of a member, or without one. */
export class Caller {
  readonly site: string;
  readonly cookie: string | null;

  constructor(site: string, cookie: string | null = null) {
    this.site = site;
    this.cookie = cookie;
  }

  /** The headers with which this person's browser would send a form. */
  get headers(): Record<string, string> {
    return { origin: this.site, ...(this.cookie ? { cookie: this.cookie } : {}) };
  }

  async query(path: string, input?: unknown): Promise<Said> {
    const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return saying(await ask(this.site, `/api/trpc/${path}${query}`, { headers: this.headers }));
  }

  async mutate(path: string, input?: unknown): Promise<Said> {
    return saying(await this.post(`/api/trpc/${path}`, input === undefined ? "" : JSON.stringify(input)));
  }

  /** A mutation that must succeed, and what it gave, read by a schema. */
  async makes<Made>(path: string, input: unknown, made: z.ZodType<Made>): Promise<Made> {
    const said = await this.mutate(path, input);
    if (said.status !== 200) throw new Error(`${path} was refused: ${said.status} ${said.body.slice(0, 300)}`);
    return made.parse(said.gave);
  }

  async reads<Read>(path: string, input: unknown, read: z.ZodType<Read>): Promise<Read> {
    const said = await this.query(path, input);
    if (said.status !== 200) throw new Error(`${path} was refused: ${said.status} ${said.body.slice(0, 300)}`);
    return read.parse(said.gave);
  }

  post(path: string, body: string, more: Asking = {}): Promise<Answer> {
    const headers = { ...this.headers, "content-type": "application/json", ...more.headers };
    return ask(this.site, path, { ...more, method: "POST", headers, body });
  }

  page(path: string, more: Asking = {}): Promise<Answer> {
    return ask(this.site, path, {
      ...more,
      headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...more.headers },
    });
  }
}

function saying(answer: Answer): Said {
  const body = jsonOf(answer.body);
  const no = refused.safeParse(body);
  const because = no.success ? (no.data.error.data.refusal?.because ?? no.data.error.message) : null;
  return { ...answer, gave: given.safeParse(body).data?.result.data, because };
}

/** A text as JSON, or undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Goes in by the api's own door with a handle and a password. */
export async function enter(site: string, handle: string, password: string): Promise<Caller> {
  const answer = await new Caller(site).mutate("identities.enter", { who: handle, password });
  const cookie = answer.headers["set-cookie"]?.split(";")[0];
  if (!cookie) throw new Error(`${handle} was not let in: ${answer.status} ${answer.body.slice(0, 300)}`);
  return new Caller(site, cookie);
}
