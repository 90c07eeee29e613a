import { listen } from "./lib/listen";
import { ask, at, call, cpuOf, liftLimits, makeThreads, onSite, signIn } from "./lib/site";

/*
 * From the press on "Comment" in one browser until another one knows of it, and until it has the comment's HTML, with so
 * many pages open on the same post: half of visitors, half of members.
 */
const open = 200;
const rounds = 100;
const limits = ["comments.minute", "comments.hour", "live.each", "sign-in.address-quarter-hour"];

await onSite(async (site) => {
  const owner = await signIn(site, "candy");
  await liftLimits(site, owner, limits);
  const [thread] = await makeThreads(site, [200]);
  if (!thread) throw new Error("There is no thread to write in");
  const [writer, reader] = [await signIn(site, "justin"), await signIn(site, "hank")];

  const heard = new Map<string, number[]>();
  const since = Date.now();
  for (let nth = 0; nth < open; nth++)
    await listen(site, `/live?post=${thread.key}&since=${since}`, nth % 2 ? reader : "", (key) => {
      heard.set(key, [...(heard.get(key) ?? []), performance.now()]);
    });

  const before = cpuOf(site.pid);
  const [told, last, shown]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const { text } = await call(site, "comments.write", { postKey: thread.key, source: `Round ${round}` }, writer);
    const key = /"key":"(\w{10})"/.exec(text)?.[1] ?? "";
    while ((heard.get(key)?.length ?? 0) < open) await new Promise((soon) => setTimeout(soon, 1));
    const times = heard.get(key) ?? [];
    told.push((times[0] ?? 0) - began);
    last.push((times.at(-1) ?? 0) - began);
    const answer = await ask(site, `/api/thread?post=${thread.key}&only=${key}`, { cookie: reader });
    if (!answer.text.includes(key)) throw new Error("The comment was not to be had");
    shown.push(performance.now() - began);
  }
  const each = (cpuOf(site.pid) - before) / rounds;
  const line = (what: string, waited: number[]) =>
    console.info(`${what}: ${at(waited, 0.5)} ms (p50), ${at(waited, 0.95)} ms (p95), ${at(waited, 0.99)} ms (p99)`);
  console.info(`${open} pages open on one post; ${each.toFixed(1)} ms CPU for each comment in all`);
  line("the first of them knows", told);
  line("all of them know", last);
  line("one of them has it in its place", shown);
});
process.exit();
