import { createHash, randomBytes } from "node:crypto";

/** A secret that cannot be guessed: 256 random bits, fit for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What we keep of a token. It has 256 bits of chance in it, so a plain hash tells a thief of the table nothing. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
