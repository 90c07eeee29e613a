/** The one sentence for what kept Kith from starting. */
export function sentenceFor(error: unknown, { port, host }: { port?: number; host?: string } = {}): string {
  if (!(error instanceof Error)) return "Kith could not start.";
  if ("sentence" in error && typeof error.sentence === "string") return error.sentence;
  const code = "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE")
    return `Port ${port} is already taken. Stop what uses it, or start Kith with another: PORT=${(port ?? 3000) + 1} npm start`;
  if (code === "EACCES" && "syscall" in error && error.syscall === "listen")
    return `Port ${port} may not be used by this user. Choose one above 1023 with PORT.`;
  if (code === "EADDRNOTAVAIL") return `This machine has no address ${host}. Set HOST to one it has.`;
  if (code === "ENOSPC" || code === "53100")
    return "The disk is full. Make room where KITH_DATA lies, then start again.";
  if (code === "28P01" || code === "28000")
    return "The database of DATABASE_URL does not accept this name and password.";
  if (code === "3D000") return "The database named in DATABASE_URL does not exist on that server. Create it first.";
  if (isUnreachable(error, code))
    return "The database of DATABASE_URL cannot be reached. Is the server running, and the address right?";
  if (error.name === "WrongSettings" || error.name === "NewerData") return error.message;
  return `Kith could not start: ${error.message}`;
}

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "ECONNRESET",
]);

const isUnreachable = (error: Error, code: string) =>
  unreachable.has(code) || /timeout expired|Connection terminated|timeout exceeded/i.test(error.message);
