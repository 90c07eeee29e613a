/** The one sentence for what kept Kith from starting. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return "Kith could not start.";
  if ("sentence" in error && typeof error.sentence === "string") return error.sentence;
  if (known.has(error.name)) return error.message;
  const code = codeOf(error);
  if (closed.has(code) && "path" in error)
    return `Kith cannot write ${String(error.path)} (${code}): give its data folder to the user who runs Kith, or name another one in KITH_DATA.`;
  const sentence = byCode[code];
  if (sentence) return sentence;
  if (isUnreachable(error, code))
    return "The database of DATABASE_URL cannot be reached. Is the server running, and the address right?";
  return `Kith could not start: ${error.message}`;
}

/** The one sentence for an address Kith may not listen on. */
export function sentenceForAddress(error: unknown, { port, host }: { port: number; host: string }): string {
  const code = codeOf(error);
  if (code === "EADDRINUSE")
    return `Port ${port} is already taken. Stop what uses it, or start Kith with another: PORT=${port + 1} npm start`;
  if (code === "EACCES") return `Port ${port} may not be used by this user. Choose one above 1023 with PORT.`;
  return `This machine has no address ${host} (${code}). Set HOST to one it has.`;
}

/** Errors of ours whose message is the sentence. */
const known = new Set(["WrongSettings", "NewerData", "OldServer"]);

const closed = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "EISDIR", "ENOENT"]);

/** Names of the system (E…) and of PostgreSQL (five characters). */
const byCode: Record<string, string> = {
  ENOSPC: "The disk is full. Make room where KITH_DATA lies, then start again.",
  EDQUOT: "The disk is full. Make room where KITH_DATA lies, then start again.",
  "53100": "The disk of the database is full. Make room there, then start again.",
  "28P01": "The database of DATABASE_URL does not accept this name and password.",
  "28000": "The database of DATABASE_URL does not accept this name and password.",
  "3D000": "The database named in DATABASE_URL does not exist on that server. Create it first.",
  "42501": "The user of DATABASE_URL may not make tables in that database. Make it the database's owner.",
  "53300": "The server of DATABASE_URL takes no more connections. Allow it at least 20 more for Kith.",
  "57P03": "The server of DATABASE_URL is still starting, or stops. Start Kith again when it runs.",
};

/** Drizzle wraps what the database said. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error.cause);
}

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "ECONNRESET",
  "EPIPE",
]);

const isUnreachable = (error: Error, code: string) =>
  unreachable.has(code) || /timeout expired|Connection terminated|timeout exceeded/i.test(error.message);
