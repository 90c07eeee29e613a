import { randomBytes } from "node:crypto";
import { initTRPC, TRPCError } from "@trpc/server";
import type { Reading } from "../domain/context";
import { DomainError, type Kind } from "../domain/errors";
import { tagsOf } from "../domain/events";
import { tends } from "../domain/policy";
import { log } from "../platform/log";
import { raise } from "../platform/stale";
import { readable } from "./readable";

const codes = {
  missing: "NOT_FOUND",
  refused: "FORBIDDEN",
  conflict: "CONFLICT",
  invalid: "BAD_REQUEST",
  "too-soon": "TOO_MANY_REQUESTS",
} as const satisfies Record<Kind, TRPCError["code"]>;

/** Who may knock at a procedure; `npm run kith -- api` prints it. */
export type Door = { who: "anyone" | "member" | "moderator" | "owner" };

/** Writes a mistake of ours down, once, and gives the only words about it that go outside. */
function mistakeOf(error: TRPCError, path: string | undefined): string {
  if (/^our-mistake [0-9a-f]{10}$/.test(error.message)) return error.message;
  const reference = randomBytes(5).toString("hex");
  log().error({ err: error.cause ?? error, path, reference }, "a procedure broke");
  return `our-mistake ${reference}`;
}

const t = initTRPC
  .context<Reading>()
  .meta<Door>()
  .create({
    errorFormatter: ({ shape, error, path }) => {
      const { stack: _, ...data } = shape.data;
      const cause = error.cause;
      const refusal = cause instanceof DomainError ? { because: cause.because, particulars: cause.particulars } : null;
      // What breaks before a procedure begins, as in finding out who is calling, has not been put into our words yet.
      const message = error.code === "INTERNAL_SERVER_ERROR" ? mistakeOf(error, path) : shape.message;
      return { ...shape, message, data: { ...data, refusal } };
    },
  });

/** Says a refusal in tRPC's words, and nothing at all about our own mistakes but a number to quote. */
const speaking = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof DomainError) throw new TRPCError({ code: codes[cause.kind], message: cause.because, cause });
  if (result.error.code !== "INTERNAL_SERVER_ERROR") return result;
  throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: mistakeOf(result.error, path) });
});

/** What a mutation told is true once it returns: the pages it made stale are dropped before it answers. */
const dropping = t.middleware(async ({ ctx, next, type }) => {
  if (type !== "mutation") return next();
  const told: Reading["told"] = [];
  const result = await next({ ctx: { ...ctx, told } });
  ctx.told.push(...told);
  raise(told.flatMap(tagsOf));
  return result;
});

/** Whatever is brought can be kept, before anybody looks at it. */
const reading = t.middleware(({ next, getRawInput }) =>
  next({ getRawInput: async () => readable(await getRawInput()) }),
);

const procedure = t.procedure.use(speaking).use(dropping).use(reading);

export const router = t.router;
export const asAnyone = procedure.meta({ who: "anyone" });
export const asMember = procedure.meta({ who: "member" }).use(({ ctx, next }) => {
  if (!ctx.viewer) throw new TRPCError({ code: "UNAUTHORIZED", message: "sign-in-first" });
  return next({ ctx: { ...ctx, viewer: ctx.viewer } });
});
export const asModerator = asMember.meta({ who: "moderator" }).use(({ ctx, next }) => {
  if (!tends(ctx.viewer)) throw new TRPCError({ code: "FORBIDDEN", message: "moderators-only" });
  return next({ ctx });
});
export const asOwner = asMember.meta({ who: "owner" }).use(({ ctx, next }) => {
  if (ctx.viewer.role !== "owner") throw new TRPCError({ code: "FORBIDDEN", message: "owners-only" });
  return next({ ctx });
});
export const createCallerFactory = t.createCallerFactory;
