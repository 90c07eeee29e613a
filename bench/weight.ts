import { brotliCompressSync } from "node:zlib";
import { open } from "#/db/client";
import { openEmbedded } from "#/db/embedded";
import { ask, makeThreads, onSite, type Site, signIn } from "./lib/site";

/*
 * What a page weighs as it comes: its HTML, what of that is React's data for its scripts, the scripts and styles it
 * begins with. The conversation has 100 comments of 300 characters, all of them on
 * one page.
 */
await onSite(async (site) => {
  const [thread] = await makeThreads(site, [100]);
  if (!thread) throw new Error("There is no conversation to weigh");
  const server = await openEmbedded({ folder: site.data });
  const { pool, close } = open(server.url, { most: 1 });
  const words = "Ordinary words about something that somebody said a while ago, in good humour. "
    .repeat(4)
    .slice(0, 300);
  await pool.query(
    `update comments set html = '<p>' || $1 || '</p>', excerpt = $1,
    depth = least(depth, 6) where post_id = $2`,
    [words, thread.id],
  );
  const cookie = await signIn(site, "hank");
  const member = await signIn(site, "candy");
  for (const [who, path, with_] of [
    ["guest, 100 comments", thread.href, ""],
    ["member, 100 comments", thread.href, cookie],
    ["owner, 100 comments", thread.href, member],
    ["guest, front page", "/", ""],
    ["member, front page", "/", cookie],
    ["member's page, for a member", "/m/justin", cookie],
  ] as const)
    await weigh(site, who, path, with_);
  await close();
  await server.close();
});
process.exit();

async function weigh(site: Site, who: string, path: string, cookie: string) {
  const { text } = await ask(site, path, cookie ? { cookie } : {});
  const data = [...text.matchAll(/<script>self\.__next_f[^]*?<\/script>/g)].join("").length;
  const scripts = [...text.matchAll(/<script src="([^"]+)"(?! noModule)/g)].map(([, src = ""]) => src);
  const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) => href);
  console.info(
    `${who}: ${kilo(Buffer.byteLength(text))} of HTML (${kilo(brotliCompressSync(text).length)} brotli), ` +
      `${kilo(data)} of it React's data; scripts ${kilo(await sent(site, scripts))}, styles ${kilo(await sent(site, styles))}`,
  );
}

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

async function sent(site: Site, paths: readonly string[]): Promise<number> {
  const answers = await Promise.all([...new Set(paths)].map((path) => ask(site, path, { "accept-encoding": "br" })));
  return answers.reduce((sum, { bytes }) => sum + bytes, 0);
}
