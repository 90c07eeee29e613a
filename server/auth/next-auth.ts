import NextAuth, { type NextAuthConfig } from "next-auth";
import { contextFor } from "../context";
import type { Reading } from "../domain/context";
import { DomainError } from "../domain/errors";
import { admitVouched } from "../domain/identities/commands/provider";
import { sessionDays } from "../domain/identities/sessions";
import { config } from "../platform/config";
import { log } from "../platform/log";
import { adapterFor } from "./adapter";
import { isSecure, sessionCookie, sessionManners } from "./cookie";
import { believe } from "./profile";
import { clientNow, viewerNow } from "./viewer";

/** The id of the one provider an operator may name; also the end of its callback address, /api/auth/callback/oidc. */
const providerId = "oidc";

/**
 * NextAuth speaks OpenID Connect for us and keeps its sessions through our adapter; see docs/decisions/0004.
 * It is set up anew for each request, because who is here and from where is part of the context.
 */
const setUp = async (): Promise<NextAuthConfig> => {
  // What NextAuth builds addresses on, instead of the request's Host.
  process.env.AUTH_URL = `${config().url}/api/auth`;
  const ctx = contextFor(await viewerNow(), await clientNow());
  return {
    secret: config().secret,
    basePath: "/api/auth",
    trustHost: true,
    useSecureCookies: isSecure(),
    adapter: adapterFor(ctx, config().oidc?.issuer ?? ""),
    session: { strategy: "database", maxAge: sessionDays * 86_400 },
    cookies: { sessionToken: { name: sessionCookie(), options: sessionManners() } },
    pages: { signIn: "/enter", error: "/enter", newUser: "/welcome" },
    providers: providers(),
    callbacks: { signIn: ({ account, profile }) => mayEnter(ctx, account?.provider, profile) },
    logger: {
      error: (error) => log().warn({ err: error }, "signing in by the provider did not work"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
};

function providers(): NextAuthConfig["providers"] {
  const { oidc } = config();
  if (!oidc) return [];
  return [
    {
      id: providerId,
      name: oidc.name,
      type: "oidc",
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      checks: ["pkce", "state", "nonce"],
      // The ID token is checked all the same; name and mail come from the userinfo endpoint, where every provider has
      // them. Only some also put them into the token.
      idToken: false,
      profile: (said) => {
        const { subject, name, mail } = believe(said);
        return { id: subject, name, email: mail };
      },
      // Neither the provider's tokens nor their lifetimes are of use here.
      account: () => ({}),
    },
  ];
}

/** True, or the address of the door with the reason why not. */
async function mayEnter(ctx: Reading, provider: string | undefined, profile: unknown): Promise<true | string> {
  const { oidc } = config();
  if (provider !== providerId || !oidc) return "/enter";
  try {
    await admitVouched(ctx, { provider: oidc.issuer, ...believe(profile) });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return `${config().url}/enter?because=${error.because}`;
    throw error;
  }
}

export const { handlers, signIn } = NextAuth(setUp);

/** Where a browser goes to sign in at the provider; what must be remembered meanwhile is put into its cookies. */
export const addressOfProvider = async (to: string): Promise<string> =>
  String(await signIn(providerId, { redirect: false, redirectTo: to }));
