import { type Acting, atomically } from "../../context";
import * as sites from "../../sites/commands";
import { logAct } from "../act";

type Key = { key: string };

/** Takes the line under a comment away; the log says so where it was a moderator. */
export const removeLine = (ctx: Acting, { key }: Key) => changeLine(ctx, { key, act: "remove-link" });

/** Gives it back. */
export const restoreLine = (ctx: Acting, { key }: Key) => changeLine(ctx, { key, act: "restore-link" });

const changeLine = (ctx: Acting, { key, act }: Key & { act: "remove-link" | "restore-link" }) =>
  atomically(ctx, async (ctx) => {
    const changed = await (act === "remove-link" ? sites.removeLine : sites.restoreLine)(ctx, { key });
    const { commentId, postId, authorId, href } = changed;
    if (authorId !== ctx.viewer.id) await logAct(ctx, { act, commentId, postId });
    return { href };
  });

/** Shows nothing of a host any more. */
export const banHost = (ctx: Acting, it: { host: string }) =>
  atomically(ctx, async (ctx) => {
    const { host, changed } = await sites.banHost(ctx, it);
    if (changed) await logAct(ctx, { act: "ban-site", reason: host });
    return { host };
  });

/** Shows it again. */
export const allowHost = (ctx: Acting, it: { host: string }) =>
  atomically(ctx, async (ctx) => {
    const { host } = await sites.allowHost(ctx, it);
    await logAct(ctx, { act: "allow-site", reason: host });
    return { host };
  });
