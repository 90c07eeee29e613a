import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { api } from "#/app/api";
import { found } from "#/app/found";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { ActForm } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { pinComment, unpinComment } from "../../actions";

export const metadata: Metadata = { title: "Pin a comment", robots: { index: false } };

async function commentToPin(key: string) {
  try {
    return await found((await api()).comments.toPin({ key }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return notFound();
    throw error;
  }
}

export default async function PinPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  await signedIn(`/c/${key}/pin`);
  const { excerpt, href, post, pinnedAt } = await commentToPin(key);
  return (
    <Frame>
      <PageHead title={pinnedAt ? "This comment is pinned" : "Pin this comment?"}>
        {pinnedAt ? "It is" : "It would be"} named at the top of the thread under{" "}
        <TextLink href={href}>{post.title}</TextLink>, with who chose it. It keeps its own place as well.
      </PageHead>
      <blockquote className="item-quote mb-6" dir="auto">
        {excerpt}
      </blockquote>
      <ActForm
        action={pinnedAt ? unpinComment : pinComment}
        className="form"
        label={pinnedAt ? "Take it from the top" : "Pin this comment"}
      >
        <input type="hidden" name="key" value={key} />
        <p className="form-acts">
          <Submit sending="One moment…">{pinnedAt ? "Take it from the top" : "Pin it"}</Submit>
          <ButtonLink href={href}>{pinnedAt ? "Leave it there" : "Rather not"}</ButtonLink>
        </p>
      </ActForm>
    </Frame>
  );
}
