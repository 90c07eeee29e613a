import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Asked } from "../found";
import { turnToNewAddress } from "../old-address";

type Props = { params: Promise<{ path: string[] }>; searchParams: Asked };

export const metadata: Metadata = { title: "Nothing here" };

/** An address nobody else knows: perhaps a post had it in the place it came from. */
export default async function OldAddress({ params, searchParams }: Props) {
  const { path } = await params;
  await turnToNewAddress(`/${path.join("/")}`, await searchParams);
  notFound();
}
