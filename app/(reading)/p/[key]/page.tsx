import { permanentRedirect } from "next/navigation";
import { type Asked, found } from "../../../found";
import { postOf, queryOf } from "./post";

/** The short address of a post leads to the readable one. */
export default async function ShortPostPage({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>;
  searchParams: Asked;
}) {
  const post = await found(postOf((await params).key));
  permanentRedirect(`${post.href}${queryOf(await searchParams)}`);
}
