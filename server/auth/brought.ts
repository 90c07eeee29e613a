import { sessionCookie } from "./cookie";

/** The session's token in a Cookie header, for what is answered outside of Next. */
export function tokenIn(cookies: string | undefined): string | null {
  const name = sessionCookie();
  for (const pair of (cookies ?? "").split(";")) {
    const [key, value] = pair.trim().split("=");
    if (key === name && value) return decodeURIComponent(value);
  }
  return null;
}
