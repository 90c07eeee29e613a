import type { reasons } from "#/server/domain/door/errors";

export const refusals: Record<keyof typeof reasons, string> = {
  "nobody-waits": "Nobody waits there any more.",
};
