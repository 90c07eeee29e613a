import { PinDone, PinRefused, PinsFull, type Place } from "#/components/posts/pinning";
import { refusals } from "#/components/posts/refusals";
import { api } from "../../../../api";
import { pin } from "../../pin";
import type { Post } from "../post";

const told = ["pin-for-few", "pin-hidden", "pages-stand-apart", "pins-are-off"] as const;

/** What became of pinning this post, as the address tells it, for whoever may pin it. */
export async function Pinned({ post, did, place }: { post: Post; did: string | undefined; place: string | undefined }) {
  const at: Place = place === "front" ? "front" : "author";
  if (!did || !(post.can.edit || post.can.hide)) return null;
  if (did === "done") return <PinDone post={post} place={at} action={pin} />;
  if (did === "too-many-pinned-posts") return <PinsFull place={at} pinned={await pinnedNow(post, at)} />;
  const because = told.find((reason) => reason === did);
  return because ? <PinRefused>{refusals[because]}</PinRefused> : null;
}

async function pinnedNow({ author }: Post, place: Place) {
  const { posts } = await api();
  const { pinned } = await (place === "front"
    ? posts.front({ limit: 1 })
    : posts.ofMember({ handle: author.handle, limit: 1 }));
  return pinned;
}
