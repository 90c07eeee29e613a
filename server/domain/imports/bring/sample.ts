import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reading } from "../../context";
import type { Account } from "../runs/account";
import { importHere } from "../runs/here";
import { isBusy } from "../turn";
import { ExportFile } from "./file";
import { survey } from "./survey";

/** For tests: an export brought in from a path, as from the shell. */
export async function bringFrom(
  ctx: Reading,
  path: string,
  { dryRun = false, report = () => {} } = {},
): Promise<Account> {
  const file = await ExportFile.open(path);
  try {
    const found = await survey(file);
    const told = await importHere(ctx, { file, survey: found, fileName: path, dryRun, report });
    if (isBusy(told)) throw new Error("Somebody else imports");
    return told;
  } finally {
    await file.close();
  }
}

/** For tests: the same for the words of an export. */
export async function bringText(ctx: Reading, text: string, options = {}): Promise<Account> {
  const folder = await mkdtemp(join(tmpdir(), "kith-import-"));
  try {
    const path = join(folder, "export.xml");
    await writeFile(path, text);
    return await bringFrom(ctx, path, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Told = { id?: number; type?: string; status?: string; title?: string; more?: string; comments?: string };

/** For tests: one item of an export. */
export const item = ({
  id = 1,
  type = "post",
  status = "publish",
  title = "A post",
  more = "",
  comments = "",
}: Told = {}) =>
  `<item><title>${title}</title><link>https://porch.example/2010/post-${id}/</link><dc:creator>rosa</dc:creator>
  <content:encoded><![CDATA[Words of ${id}]]></content:encoded><wp:post_id>${id}</wp:post_id>
  <wp:post_date_gmt>2010-01-0${(id % 9) + 1} 10:00:00</wp:post_date_gmt><wp:post_name>post-${id}</wp:post_name>
  <wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>${more}${comments}</item>`;

/** For tests: one comment of an item. */
export const comment = (id: number, { parent = 0, approved = "1", more = "", text = `Comment ${id}` } = {}) =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Guest ${id}</wp:comment_author>
  <wp:comment_date_gmt>2010-02-01 00:${String(id % 60).padStart(2, "0")}:00</wp:comment_date_gmt>
  <wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved>
  <wp:comment_type></wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent>${more}</wp:comment>`;

/** For tests: the address of the site that `item` comes from. */
export const porch = "<wp:base_blog_url>https://porch.example</wp:base_blog_url>";
