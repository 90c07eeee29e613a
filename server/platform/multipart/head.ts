import { BrokenForm } from "./errors";

const longestName = 200;

/** What the head of a part says of it. Browsers write names in UTF-8 and a quotation mark in one as `%22`. */
export function headOf(bytes: Buffer): { name: string; fileName: string | null } {
  const lines = bytes.toString("utf8").split("\r\n");
  const disposition = lines.filter((line) => /^content-disposition\s*:/i.test(line));
  const [line] = disposition;
  if (disposition.length !== 1 || !line || !/^[^:]*:\s*form-data\s*;/i.test(line))
    throw new BrokenForm("a part does not say what it is");
  const name = said(line, "name");
  if (name === null || name === "" || name.length > longestName) throw new BrokenForm("a part has no name");
  const path = said(line, "filename");
  return { name, fileName: path === null ? null : (path.split(/[/\\]/).at(-1) ?? "").slice(0, longestName) };
}

/** The value of one parameter of the line, or null. */
function said(line: string, parameter: "name" | "filename"): string | null {
  for (const [, name, quoted, plain] of line.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g)) {
    if (name?.toLowerCase() !== parameter) continue;
    const value = quoted?.replaceAll(/\\(["\\])/g, "$1").replaceAll("%22", '"') ?? plain ?? "";
    return value.replaceAll(/\p{Cc}/gu, "");
  }
  return null;
}
