import { randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** A UUID of version 7 (RFC 9562): sorts by the millisecond it was made in. */
export const newId = (): string => v7();

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Ten characters of Crockford's base 32 (50 bits) for an address people can copy. Uniqueness is held by the table. */
export const newKey = (): string => Array.from(randomBytes(10), (byte) => letters[byte % 32]).join("");
