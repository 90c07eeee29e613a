type Wish = {
  post: { key: string; since: number } | null;
  /** Whether the page shows the recent comments. */
  recent: boolean;
  onComments: (keys: string[], more: boolean) => void;
  onRecent: (keys: string) => void;
};

/** How often a page asks that cannot listen, in milliseconds. */
const askEvery = 30_000;
/** A page that is out of sight for so long lets go of its line: browsers hold few of them for one site. */
const letGoAfter = 5_000;

/**
 * Hears of new comments from the server while the page is seen: by an event stream, and where that is refused or cannot
 * pass, by asking every half minute. After a break it goes on where it was.
 */
export function listen({ post, recent, onComments, onRecent }: Wish): () => void {
  let since = post?.since ?? 0;
  let stream: EventSource | null = null;
  let asking: ReturnType<typeof setInterval> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const hear = (keys: string[], more: boolean, until: number) => {
    since = Math.max(since, until);
    if (keys.length > 0) onComments(keys, more);
  };
  const open = () => {
    clearTimeout(leaving);
    if (stream || asking) return;
    const wish = new URLSearchParams(post ? { post: post.key, since: String(since) } : {});
    if (recent) wish.set("recent", "1");
    const next = new EventSource(`/live?${wish}`);
    stream = next;
    next.addEventListener("comments", ({ data, lastEventId }: MessageEvent<string>) => {
      const { keys, more } = JSON.parse(data) as { keys: string[]; more: boolean };
      hear(keys, more, Number(lastEventId) || 0);
    });
    next.addEventListener("recent", ({ data }: MessageEvent<string>) => onRecent(data));
    next.onerror = () => {
      if (next.readyState !== EventSource.CLOSED || stream !== next) return;
      stream = null;
      asking = setInterval(() => void ask(), askEvery);
    };
  };
  const ask = async () => {
    if (document.hidden) return;
    // Nobody says which ones they are: whoever shows them looks.
    if (recent) onRecent("");
    if (!post) return;
    const input = encodeURIComponent(JSON.stringify({ postKey: post.key, since }));
    const answer = await fetch(`/api/trpc/comments.arrived?input=${input}`).catch(() => null);
    if (!answer?.ok) return;
    const said = (await answer.json()) as { result?: { data?: { keys: string[]; more: boolean; until: number } } };
    if (said.result?.data) hear(said.result.data.keys, said.result.data.more, said.result.data.until);
  };
  const close = () => {
    clearTimeout(leaving);
    clearInterval(asking);
    stream?.close();
    [stream, asking] = [null, undefined];
  };
  const seen = () => {
    if (!document.hidden) return open();
    clearTimeout(leaving);
    leaving = setTimeout(close, letGoAfter);
  };

  const ended = new AbortController();
  const { signal } = ended;
  document.addEventListener("visibilitychange", seen, { signal });
  // A page that is kept for the way back must hold no line.
  addEventListener("pagehide", close, { signal });
  addEventListener("pageshow", seen, { signal });
  seen();
  return () => {
    ended.abort();
    close();
  };
}
