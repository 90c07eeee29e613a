import { tally, type WxrAccount } from "../wxr/account";
import { readWxr } from "../wxr/read";
import type { WxrAuthor, WxrItem, WxrSite } from "../wxr/things";
import type { ExportFile } from "./file";
import { type Origin, originOf } from "./origin";

/** Where a reading of the file is. */
export type Progress = { phase: "looking" | "taking in"; bytes: number; items: number };
export type Report = (progress: Progress) => void;

/** What the first reading found. The second relies on it: the file is whole, and these are all the people it names. */
export type Survey = {
  account: WxrAccount;
  title: string;
  origin: Origin;
  /** Declared by the file, by login, and undeclared ones that posts name. */
  people: Map<string, Person>;
};
export type Person = Pick<WxrAuthor, "login" | "name"> & { id: string | null; mail: string | null };

/** The login under which the posts go that name nobody. */
export const nobody = "";

/** The login a post names. None has an angle bracket in it, but files that were edited by hand do. */
export const loginOf = (creator: string | null): string => (creator ?? nobody).replace(/^[\s<>]+|[\s<>]+$/g, "");

/** Whether an item comes in at all. */
export const comesIn = ({ postType }: Pick<WxrItem, "postType">): boolean => postType === "post" || postType === "page";

/** Reads the whole file and keeps nothing. Throws WxrRefused where it is wrong. */
export async function survey(file: ExportFile, report: Report = () => {}): Promise<Survey> {
  const { hear, account } = tally();
  const people = new Map<string, Person>();
  let site: Pick<WxrSite, "title" | "link" | "baseUrl"> = { title: "", link: null, baseUrl: null };
  let bytes = 0;
  let items = 0;
  for await (const thing of readWxr(file.read((seen) => (bytes = seen)))) {
    hear(thing);
    if (thing.type === "site") site = thing;
    if (thing.type === "author" && !people.has(thing.login)) people.set(thing.login, thing);
    if (thing.type !== "item") continue;
    report({ phase: "looking", bytes, items: (items += 1) });
    if (comesIn(thing)) noteCreator(people, loginOf(thing.creator));
  }
  return { account: account(), title: site.title, origin: originOf(site), people };
}

function noteCreator(people: Map<string, Person>, login: string) {
  if (!people.has(login)) people.set(login, { login, name: login, id: null, mail: null });
}
