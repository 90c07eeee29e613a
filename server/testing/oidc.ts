import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type Context } from "oidc-provider";

/** Somebody with an account at the provider. */
export type ProviderPerson = { name: string; email: string; email_verified: boolean };

export type RunningProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  close: () => Promise<void>;
};

/**
 * A real OpenID Connect provider on a port of its own. Its sign-in page has one button for each person, by their name,
 * and asks nothing else; a person's subject is their key in `people`. It insists on PKCE.
 * @param site the address of the Kith that will use it
 */
export async function startProvider({
  site,
  people,
  port = 0,
}: {
  site: string;
  people: Readonly<Record<string, ProviderPerson>>;
  port?: number;
}): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The provider has no port");
  const issuer = `http://127.0.0.1:${address.port}`;
  const clientId = "kith";
  const clientSecret = randomBytes(24).toString("base64url");

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${site}/api/auth/callback/oidc`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) =>
      people[sub] && { accountId: sub, claims: () => ({ sub, ...people[sub] }) },
    loadExistingGrant: agreed,
  });

  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === "/favicon.ico") return response.writeHead(204).end();
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const chosen = new URL(request.url, issuer).searchParams.get("as");
    if (request.method !== "POST" || !chosen) return showPeople(response, request.url, people);
    void provider.interactionFinished(request, response, { login: { accountId: chosen } });
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { issuer, clientId, clientSecret, close };
}

/** Whoever signs in has agreed that Kith may know their name and mail. */
async function agreed({ oidc: { client, session, provider } }: Context) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid profile email");
  await grant.save();
  return grant;
}

function showPeople(response: ServerResponse, url: string, people: Readonly<Record<string, ProviderPerson>>) {
  const buttons = Object.entries(people).map(
    ([key, { name }]) => `<form method="post" action="${url.split("?")[0]}?as=${key}"><button>${name}</button></form>`,
  );
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<!doctype html><html lang="en"><title>Provider</title><h1>Who are you?</h1>${buttons.join("")}</html>`);
}
