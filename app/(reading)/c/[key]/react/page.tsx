import type { Metadata } from "next";
import { Reacting } from "#/app/(reading)/c/[key]/react/reacting";
import type { Search } from "#/app/(tending)/asked";

export const metadata: Metadata = { title: "React to a comment", robots: { index: false } };

type Props = { params: Promise<{ key: string }>; searchParams: Search };

export default async function ReactToComment({ params, searchParams }: Props) {
  const { key } = await params;
  return <Reacting thing={{ comment: key }} here={`/c/${key}/react`} search={searchParams} />;
}
