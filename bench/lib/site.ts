import { readFileSync } from "node:fs";
import { Agent, get, request } from "node:http";
import { join } from "node:path";
import { open } from "#/db/client";
import { openEmbedded } from "#/db/embedded";
import { members } from "#/db/schema/members";
import { makeThread } from "#/server/testing/long-thread";
import { type Kith, startKith } from "../../e2e/site/kith";

export type Answer = { status: number; bytes: number; cookie: string; text: string };
export type Site = Kith & { password: string };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const ticksPerSecond = 100;

/** The built Kith with its village, in a folder that goes again; `work` is done with it. @param built another build's folder */
export async function onSite(work: (site: Site) => Promise<void>, built?: string): Promise<void> {
  const kith = await startKith({ demo: true, ...(built && { built }) });
  try {
    await work({ ...kith, password: readFileSync(join(kith.data, "village-password"), "utf8").trim() });
  } finally {
    await kith.stop();
  }
}

/** Puts conversations of so many comments into a site, by a connection of our own. @returns their posts, in order */
export async function makeThreads({ data }: Site, sizes: readonly number[]) {
  const server = await openEmbedded({ folder: data });
  const { db, close } = open(server.url, { most: 2 });
  try {
    const people = await db.select({ id: members.id }).from(members);
    const authors = people.map(({ id }) => id);
    const made = [];
    for (const comments of sizes)
      made.push(await makeThread(db, { title: `A thread of ${comments}`, comments, authors, until: new Date() }));
    return made;
  } finally {
    await close();
    await server.close();
  }
}

/** Milliseconds of CPU the server's process has used, its workers included: fields 14 and 15 of /proc/PID/stat (proc(5)). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

export function ask({ url }: Site, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(new URL(path, url), { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const { statusCode: status = 0, headers } = response;
        resolve({ status, bytes: body.length, cookie: cookieIn(headers["set-cookie"]), text: body.toString() });
      });
    }).on("error", reject);
  });
}

/** Calls a mutation of the api, as a program with this cookie would. */
export const call = (site: Site, procedure: string, input: unknown, cookie = ""): Promise<Answer> =>
  post(site, `/api/trpc/${procedure}`, { body: JSON.stringify(input), type: "application/json", cookie });

/** Sends a form as the script of a page sends it for somebody with this cookie. @param who their handle */
export function sendForm(site: Site, door: string, fields: Record<string, string>, { who = "", cookie = "" } = {}) {
  const edge = "a-part-of-a-form-begins-here";
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join("")}--${edge}--\r\n`;
  const headers = { "kith-form": who };
  return post(site, `/api/forms/${door}`, { body, type: `multipart/form-data; boundary=${edge}`, cookie, headers });
}

type Sent = { body: string; type: string; cookie: string; headers?: Record<string, string> };

function post({ url }: Site, path: string, { body, type, cookie, headers: more }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": type, origin: url, ...(cookie && { cookie }), ...more };
    const to = new URL(path, url);
    const asked = request(
      to,
      { agent, method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, bytes: text.length, cookie: cookieIn(headers["set-cookie"]), text });
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const cookieIn = (cookies: string[] = []) => cookies.map((one) => one.split(";")[0]).join("; ");

/** @returns the cookie of somebody who is in now */
export async function signIn(site: Site, who: string): Promise<string> {
  const { cookie, status } = await call(site, "identities.enter", { who, password: site.password });
  if (!cookie) throw new Error(`Signing in as ${who} answered ${status}`);
  return cookie;
}

/** Lifts the limits that a load would meet, as the operator would. */
export async function liftLimits(site: Site, owner: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const { status, text } = await call(site, "settings.set", { key, value: 1_000_000 }, owner);
    if (status !== 200) throw new Error(`${key} could not be set: ${text}`);
  }
}

/** A share of a list of milliseconds: 0.5 is the middle, 0.99 what one in a hundred exceeds. */
export function at(waited: readonly number[], part: number): string {
  const sorted = [...waited].sort((one, other) => one - other);
  return (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
}

/** Does something so many times, a few at once; gives what each waited, in milliseconds. */
export async function inLanes(times: number, lanes: number, once: (nth: number) => Promise<void>): Promise<number[]> {
  const waited: number[] = [];
  let nth = 0;
  const lane = async () => {
    while (nth < times) {
      const mine = nth++;
      const began = performance.now();
      await once(mine);
      waited.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return waited;
}
