import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { Reading } from "../domain/context";
import { joinVouched, keepAccount } from "../domain/identities/commands/provider";
import { openSession, signOut } from "../domain/identities/commands/sessions";
import { memberOfAccount } from "../domain/identities/provider";
import { sessionByToken } from "../domain/identities/sessions";
import { memberById } from "../domain/members/queries";
import type { Viewer } from "../domain/policy";

type Member = NonNullable<Viewer>;

const userOf = (member: Member): AdapterUser => ({
  id: member.id,
  name: member.name,
  email: member.mail ?? "",
  emailVerified: member.mailVerifiedAt,
});

/**
 * NextAuth's view of our own commands and queries: it keeps nothing of its own, and no token of the provider.
 * @param issuer who vouches. An account is known by its issuer, not by NextAuth's name for it: where the operator names
 *   another provider, what that one calls somebody may be what the one before called somebody else.
 */
export function adapterFor(ctx: Reading, issuer: string): Required<Pick<Adapter, Used>> {
  return {
    createUser: async ({ name, email }) => userOf(await joinVouched(ctx, { name: name ?? null, mail: email || null })),
    getUser: async (id) => perhaps(await memberById(ctx, id)),
    // Whom a proven address belongs to is decided before NextAuth asks (admitVouched); it must not tie accounts itself.
    getUserByEmail: async () => null,
    getUserByAccount: async ({ providerAccountId }) =>
      perhaps(await memberOfAccount(ctx, { provider: issuer, subject: providerAccountId })),
    updateUser: async ({ id }) => {
      const member = await memberById(ctx, id);
      if (!member) throw new Error("NextAuth asked for a member who is not here");
      return userOf(member);
    },
    linkAccount: async ({ userId, providerAccountId }) =>
      keepAccount(ctx, userId, { provider: issuer, subject: providerAccountId }),
    createSession: async ({ userId }) => {
      const { token, expiresAt } = await openSession(ctx, userId, "provider");
      return { sessionToken: token, userId, expires: expiresAt };
    },
    getSessionAndUser: async (token) => {
      const found = await sessionByToken(ctx, token);
      if (!found) return null;
      const { session, member } = found;
      return {
        session: { sessionToken: token, userId: member.id, expires: session.expiresAt },
        user: userOf(member),
      };
    },
    updateSession: async () => null,
    deleteSession: async () => signOut(ctx),
  };
}

type Used =
  | "createUser"
  | "getUser"
  | "getUserByEmail"
  | "getUserByAccount"
  | "updateUser"
  | "linkAccount"
  | "createSession"
  | "getSessionAndUser"
  | "updateSession"
  | "deleteSession";

const perhaps = (member: Member | null): AdapterUser | null => member && userOf(member);
