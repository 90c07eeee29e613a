import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { api } from "#/app/api";
import { found } from "#/app/found";
import { Frame } from "#/app/frame";
import { signedIn } from "#/app/guards";
import { Composer } from "#/components/comments/composer";
import { type Refusable, sentenceOf } from "#/components/refusals";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Prose } from "#/components/ui/prose";
import { TextLink } from "#/components/ui/text-link";
import { Refused } from "#/components/ui/states";
import { continueComment } from "../../actions";

export const metadata: Metadata = { title: "Continue your comment", robots: { index: false } };

async function commentToContinue(key: string) {
  try {
    return { comment: await found((await api()).comments.toContinue({ key })) };
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return { refused: error.message as Refusable };
    throw error;
  }
}

export default async function ContinueCommentPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  await signedIn(`/c/${key}/continue`);
  const asked = await commentToContinue(key);
  return (
    <Frame>
      {"refused" in asked ? (
        <Refused
          level={1}
          title="This comment cannot go on"
          next={<ButtonLink href={`/c/${key}`}>To the comment</ButtonLink>}
        >
          <p>
            {sentenceOf(asked.refused)} What you have typed and not sent is among{" "}
            <TextLink href="/drafts">your drafts</TextLink>.
          </p>
        </Refused>
      ) : (
        <Continuing comment={asked.comment} />
      )}
    </Frame>
  );
}

const minutesTo = (until: Date): string => {
  const left = Math.max(1, Math.round((until.getTime() - Date.now()) / 60_000));
  return left === 1 ? "minute" : `${left} minutes`;
};

type Comment = NonNullable<Awaited<ReturnType<typeof commentToContinue>>["comment"]>;

const Continuing = ({ comment }: { comment: Comment }) => (
  <>
    <PageHead title="Continue your comment">
      On “{comment.post.title}”. What you add becomes part {comment.parts + 1} of the same comment, which stays one in
      its place; it may have {comment.mostParts}. You can go on for another {minutesTo(comment.until)}.
    </PageHead>
    <section aria-label="What you said so far" className="mb-6">
      <Prose html={comment.html} />
    </section>
    <Composer
      action={continueComment}
      door="continue"
      waits
      fields={{ key: comment.key, once: randomUUID() }}
      place={`continue/${comment.key}`}
      id="comment"
      label={`Part ${comment.parts + 1}`}
      name="Continue your comment"
      send="Continue"
      limit={comment.limit}
    >
      <ButtonLink href={comment.href}>Cancel</ButtonLink>
    </Composer>
  </>
);
