import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PostForm } from "#/components/posts/post-form";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";
import { api } from "../../api";
import { Frame } from "../../frame";
import { type Asked, one } from "../../found";
import { signedIn } from "../../guards";
import { writePost } from "./actions";

export const metadata: Metadata = { title: "Write" };

const blank = {
  title: "",
  source: "",
  tags: [],
  about: "",
  audience: "everyone",
  comments: "open",
  closeDays: null,
  published: false,
} as const;

/** The beginning of a post that answers another one, with the way to it; nothing where that is not for this writer. */
async function answering(key: string): Promise<string> {
  const post = await (await api()).posts.byKey({ key }).catch(() => null);
  return post ? `In answer to [${post.title.replaceAll(/[\\[\]]/g, "\\$&")}](${post.href}):\n\n` : "";
}

export default async function WritePage({ searchParams }: { searchParams: Asked }) {
  const answer = one((await searchParams).answer);
  await signedIn(answer ? `/write?${new URLSearchParams({ answer })}` : "/write");
  const post = answer ? { ...blank, source: await answering(answer) } : blank;
  const room = await (await api()).posts.room();
  return (
    <Frame current="write">
      <PageHead title="Write">
        At the length it needs. Nothing is shown to anybody before you publish it.{" "}
        <TextLink href="/drafts">Your drafts</TextLink>
      </PageHead>
      <PostForm action={writePost} place="new" fields={{ once: randomUUID() }} post={post} room={room} />
    </Frame>
  );
}
