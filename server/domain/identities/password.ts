import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { fail } from "./errors";
import { inTurn } from "./in-turn";

/**
 * argon2id with 19 MiB, two passes, one lane: the least that OWASP's password storage cheat sheet asks for (2026).
 * One hash takes about 60 ms here.
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const bytes = 32;

const derive = promisify(argon2);

/** Nineteen MiB a hash: four at once. A hundred more wait, 1.5 s at most; then the door is full. */
const limited = inTurn(4, 100, () => fail("door-full"));

type Phc = { memory: number; passes: number; parallelism: number; salt: Buffer; hash: Buffer };

/** The PHC string of a password. Letters that look the same are the same (NFKC), however a keyboard composes them. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await digest(password, { ...cost, salt, hash: Buffer.alloc(bytes) });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(hash)}`;
}

/**
 * Whether a password is the one of this PHC string. Without one (nobody is called that, or they have no password) it
 * takes as long and is false.
 */
export async function isPassword(password: string, secret: string | null): Promise<boolean> {
  const kept = secret === null ? null : read(secret);
  const phc = kept ?? nobody;
  const same = timingSafeEqual(await digest(password, phc), phc.hash);
  return same && kept !== null;
}

/** True when a string was made at another cost than today's, or cannot be read. */
export function needsRehash(secret: string): boolean {
  const phc = read(secret);
  return !phc || phc.memory !== cost.memory || phc.passes !== cost.passes || phc.parallelism !== cost.parallelism;
}

const digest = (password: string, { memory, passes, parallelism, salt, hash }: Phc): Promise<Buffer> =>
  limited(() =>
    derive("argon2id", {
      message: password.normalize("NFKC"),
      nonce: salt,
      memory,
      passes,
      parallelism,
      tagLength: hash.length,
    }),
  );

const text = (buffer: Buffer): string => buffer.toString("base64").replaceAll("=", "");

const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/;

function read(secret: string): Phc | null {
  const [, memory, passes, parallelism, salt = "", hash = ""] = form.exec(secret) ?? [];
  if (!memory) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

/** What is compared when there is nobody to compare with. */
const nobody: Phc = { ...cost, salt: randomBytes(16), hash: randomBytes(bytes) };
