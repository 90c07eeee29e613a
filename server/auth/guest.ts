import { isSecure } from "./cookie";

/** The cookie of a browser that confirmed a guest's address. It opens nothing, and pages are the same without it. */
export const guestCookie = (): string => (isSecure() ? "__Host-kith-guest" : "kith-guest");

const halfAYear = 180 * 24 * 60 * 60;

/** How it is kept: out of reach of scripts, and not sent along by other sites' forms. */
export const guestManners = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge: halfAYear }) as const;
