import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settle } from "#/db/seed/village";
import { contextFor } from "../context";
import { ownerLink } from "../domain/identities/first-owner";
import { hashPassword } from "../domain/identities/password";
import { skeletonOf } from "../domain/members/handle";
import { isEmptySite } from "../domain/members/queries";
import { config } from "../platform/config";
import { excerptOf, renderMarkdown } from "../platform/text";

/**
 * What a start owes an empty site: the village, when it was asked for, and a link for its first owner.
 * @returns the link's path while nobody owns the site, and what to say about the village
 */
export async function firstSteps({
  demo,
}: {
  demo: boolean;
}): Promise<{ ownerPath: string | null; village: string[] | null }> {
  const village = demo ? await fillWithVillage() : null;
  return { ownerPath: await ownerLink(contextFor(null)), village };
}

async function fillWithVillage(): Promise<string[]> {
  const ctx = contextFor(null);
  if (!(await isEmptySite(ctx))) return ["The site is not empty, so the village was left out."];
  const password = demoPassword();
  const secret = await hashPassword(password);
  await ctx.db.transaction((tx) =>
    settle(tx, ctx.now(), {
      render: (source) => renderMarkdown(source),
      excerpt: (plain) => excerptOf(plain, 300),
      skeleton: skeletonOf,
      secret,
    }),
  );
  return [
    "The village has moved in. Sign in as candy (owner), shawn (moderator) or justin, all with the password",
    `  ${password}`,
  ];
}

/** One password for everybody in the village: made once, kept in the data folder, never the same on two sites. */
function demoPassword(): string {
  const file = join(config().data, "village-password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = randomBytes(9).toString("base64url");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}
