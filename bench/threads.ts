import { type Answer, ask, at, cpuOf, inLanes, makeThreads, onSite, type Site, signIn } from "./lib/site";

/*
 * Threads of 0, 200, 1,000 and 10,000 comments: CPU of the server's process for each request (from /proc, so Linux
 * only), and what one of two readers at once waits. Cold is a guest's first page after a change, rendered and
 * compressed; warm comes from the page cache; a member's is rendered for them.
 */
const sizes = [0, 200, 1_000, 10_000];

await onSite(async (site) => {
  const threads = await makeThreads(site, sizes);
  const cookie = await signIn(site, "hank");
  for (const [nth, { href }] of threads.entries()) {
    const size = (sizes[nth] ?? 0).toLocaleString("en");
    const guest = { "accept-encoding": "br" };
    await measure(site, `guest, cold, thread of ${size}`, 60, (round) => ask(site, `${href}?cold=${round}`, guest));
    await measure(site, `guest, warm, thread of ${size}`, 2000, () => ask(site, href, guest));
    await measure(site, `member, thread of ${size}`, 100, () => ask(site, href, { "accept-encoding": "gzip", cookie }));
    for (const order of ["newest", "discussed", "unread"])
      await measure(site, `member, thread of ${size}, ${order}`, 40, () =>
        ask(site, `${href}?order=${order}`, { "accept-encoding": "gzip", cookie }),
      );
  }
});
process.exit();

async function measure(site: Site, what: string, times: number, once: (round: number) => Promise<Answer>) {
  for (let warm = 0; warm < 10; warm++) await once(-1 - warm);
  const before = cpuOf(site.pid);
  let bytes = 0;
  const waited = await inLanes(times, 2, async (round) => {
    const answer = await once(round);
    if (answer.status !== 200) throw new Error(`${what}: ${answer.status}`);
    bytes = answer.bytes;
  });
  const each = (cpuOf(site.pid) - before) / times;
  console.info(
    `${what}: ${each.toFixed(2)} ms CPU each; ${at(waited, 0.5)} ms (p50), ${at(waited, 0.99)} ms (p99); ${bytes} bytes`,
  );
}
