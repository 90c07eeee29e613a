import { type Acting, atomically } from "../../context";
import * as posts from "../../posts/commands";
import { logAct } from "../act";

type Ref = { post: string };

/** Puts a post above the others on the front page; the log says who did. */
export const pinToFront = (ctx: Acting, ref: Ref) => changePin(ctx, ref, "pin");

/** Lets it stand among the others again. */
export const unpinFromFront = (ctx: Acting, ref: Ref) => changePin(ctx, ref, "unpin");

const changePin = (ctx: Acting, { post: key }: Ref, act: "pin" | "unpin") =>
  atomically(ctx, async (ctx) => {
    const { changed, ...post } = await (act === "pin" ? posts.pinPost : posts.unpinPost)(ctx, { key, place: "front" });
    if (changed) await logAct(ctx, { act, postId: post.id });
    return post;
  });
