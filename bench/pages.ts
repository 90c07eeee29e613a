import { readFileSync } from "node:fs";
import { Agent, get, request } from "node:http";
import { join } from "node:path";
import { startKith } from "../e2e/site/kith";

/*
 * What a page costs the server: CPU of its process for each request (from /proc, so Linux only), and what one reader
 * waits. A guest's page comes from the page cache, a member's is rendered for them: their ratio is the point, since both
 * are measured in one run on one machine.
 */
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const ticksPerSecond = 100;

type Answer = { status: number; bytes: number; cookie: string; text: string; location: string };

const kith = await startKith({ demo: true });
try {
  const post = await addressOfThread();
  const cookie = await signIn("justin", readFileSync(join(kith.data, "village-password"), "utf8").trim());
  const guest = { "accept-encoding": "br" };
  const member = { "accept-encoding": "gzip", cookie };
  await measure("guest, thread of 76 comments", 4000, () => ask(post, guest));
  await measure("member, thread of 76 comments", 300, () => ask(post, member));
  await measure("guest, front page", 4000, () => ask("/", guest));
  await measure("member, front page", 300, () => ask("/", member));
  await measure("member, feed", 200, () => ask("/feed", member));
  await measure("health", 2000, () => ask("/api/health/live", {}));
} finally {
  await kith.stop();
}
process.exit();

async function measure(what: string, times: number, once: () => Promise<Answer>) {
  for (let warm = 0; warm < 20; warm++) await once();
  const before = cpu();
  const waited: number[] = [];
  let bytes = 0;
  const reader = async (share: number) => {
    for (let nth = 0; nth < share; nth++) {
      const began = performance.now();
      const answer = await once();
      if (answer.status !== 200) throw new Error(`${what}: ${answer.status}`);
      waited.push(performance.now() - began);
      bytes = answer.bytes;
    }
  };
  await Promise.all([reader(times / 4), reader(times / 4), reader(times / 4), reader(times / 4)]);
  const each = ((cpu() - before) * 1000) / times;
  waited.sort((a, b) => a - b);
  const at = (part: number) => (waited[Math.floor(part * (waited.length - 1))] ?? 0).toFixed(1);
  console.info(
    `${what}: ${each.toFixed(2)} ms CPU each; 4 at once wait ${at(0.5)} ms (p50), ${at(0.99)} ms (p99); ${bytes} bytes sent`,
  );
}

/** Seconds of CPU the server's process has used, from fields 14 and 15 of /proc/PID/stat (proc(5)). */
function cpu(): number {
  const fields = readFileSync(`/proc/${kith.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function ask(path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(new URL(path, kith.url), { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          bytes: body.length,
          cookie: (response.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; "),
          text: body.toString(),
          location: response.headers.location ?? "",
        });
      });
    }).on("error", reject);
  });
}

async function addressOfThread(): Promise<string> {
  const { text } = await ask("/posts.atom", {});
  const found = /href="([^"]*is-what-you-are-doing-really-networking)"/.exec(text)?.[1];
  if (!found) throw new Error("The village's longest thread is not in the Atom feed");
  return new URL(found).pathname;
}

function signIn(who: string, password: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", origin: kith.url };
    const asked = request(new URL("/api/trpc/identities.enter", kith.url), { method: "POST", headers }, (response) => {
      response.resume();
      const cookie = (response.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; ");
      if (cookie) resolve(cookie);
      else reject(new Error(`Signing in answered ${response.statusCode}`));
    });
    asked.on("error", reject);
    asked.end(JSON.stringify({ who, password }));
  });
}
