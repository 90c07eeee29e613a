import { redirect } from "next/navigation";
import { api } from "../../../api";
import { found } from "../../../found";

/** The short address of a comment leads to where it was said. */
export default async function ShortCommentPage({ params }: { params: Promise<{ key: string }> }) {
  redirect(await found((await api()).comments.address({ key: (await params).key })));
}
