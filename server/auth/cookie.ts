import { config } from "../platform/config";

/** True where the site is reached by https, so that its cookies may insist on it. */
export const isSecure = (): boolean => config().url.startsWith("https:");

/** The session's cookie: the one place where its name is made. `__Host-` ties it to this host and to https. */
export const sessionCookie = (): string => (isSecure() ? "__Host-kith" : "kith");

/** How that cookie is kept: out of reach of scripts, and not sent along by other sites' forms. */
export const sessionManners = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;
