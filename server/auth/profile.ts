import { z } from "zod";
import { mail } from "../domain/identities/input";
import { name } from "../domain/members/input";

const claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().optional().catch(undefined),
  nickname: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  // Some providers send it as text.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
});

/** What a provider says of somebody, as far as we believe it: an address only where the provider has proven it. */
export function believe(profile: unknown): { subject: string; name: string | null; mail: string | null } {
  const said = claims.parse(profile);
  const called = name.safeParse(said.name ?? said.nickname ?? said.preferred_username ?? "");
  const address = mail.safeParse(said.email_verified === true ? said.email : "");
  return { subject: said.sub, name: called.data ?? null, mail: address.data ?? null };
}
