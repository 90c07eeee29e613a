import type { Metadata } from "next";
import { Reacting } from "#/app/(reading)/c/[key]/react/reacting";
import type { Search } from "#/app/(tending)/asked";

export const metadata: Metadata = { title: "React to a post", robots: { index: false } };

type Props = { params: Promise<{ key: string }>; searchParams: Search };

export default async function ReactToPost({ params, searchParams }: Props) {
  const { key } = await params;
  return <Reacting thing={{ post: key }} here={`/p/${key}/react`} search={searchParams} />;
}
