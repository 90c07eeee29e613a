import type { Metadata } from "next";
import { Composer } from "#/components/comments/composer";
import { AmendForm } from "#/components/moderation/amend-form";
import { type Refusable, sentenceOf } from "#/components/refusals";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Refused } from "#/components/ui/states";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";
import { TRPCError } from "@trpc/server";
import { api } from "../../../../api";
import { type Asked, found, one } from "../../../../found";
import { Frame } from "../../../../frame";
import { signedIn } from "../../../../guards";
import { editComment } from "../../../p/actions";
import { amendComment } from "../../actions";

export const metadata: Metadata = { title: "Edit your comment" };

async function commentToEdit(key: string, part: number) {
  try {
    return { comment: await found((await api()).comments.toEdit({ key, part })) };
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return { refused: error.message as Refusable };
    throw error;
  }
}

type Props = { params: Promise<{ key: string }>; searchParams: Asked };

export default async function EditCommentPage({ params, searchParams }: Props) {
  const { key } = await params;
  const part = Number(one((await searchParams).part) ?? 1);
  await signedIn(`/c/${key}/edit${part > 1 ? `?part=${part}` : ""}`);
  const { comment, refused } = await commentToEdit(key, part);
  return (
    <Frame>
      {comment ? (
        <>
          <PageHead title={comment.may === "amend" ? "Change somebody’s comment" : "Edit your comment"}>
            On “{comment.post.title}”. It keeps its place. <Mark of={comment} />
          </PageHead>
          <Parts comment={comment} />
          {comment.may === "amend" ? (
            <AmendForm action={amendComment} comment={comment} mostReason={comment.mostReason} />
          ) : (
            <Composer
              action={editComment}
              door="edit-comment"
              waits
              fields={{ key, part: String(part), begun: comment.begun }}
              place={part > 1 ? `edit/${key}/${part}` : `edit/${key}`}
              id="comment"
              label={comment.parts > 1 ? `Part ${part}` : "Your comment"}
              name="Edit your comment"
              send="Save"
              limit={comment.limit}
              words={comment.source}
            >
              <ButtonLink href={comment.href}>Cancel</ButtonLink>
            </Composer>
          )}
        </>
      ) : (
        <Refused
          level={1}
          title="This comment cannot be changed"
          next={<ButtonLink href={`/c/${key}`}>To the comment</ButtonLink>}
        >
          <p>{sentenceOf(refused)}</p>
        </Refused>
      )}
    </Frame>
  );
}

/** What a change leaves behind for the others to see. */
function Mark({ of: { may, quietUntil } }: { of: Outputs["comments"]["toEdit"] }) {
  if (may === "amend") return "It says that it was edited.";
  if (!quietUntil) return "It says that it was edited, and what it said before stays readable.";
  return (
    <>
      What you begin to change until <Time at={quietUntil} how="clock" /> leaves no mark, unless somebody answers it,
      reacts to it or reports it first. After that it says that it was edited, and what it said before stays readable.
    </>
  );
}

/** The other parts of a comment that was written in several. */
const Parts = ({ comment: { key, parts, part } }: { comment: { key: string; parts: number; part: number } }) =>
  parts > 1 && (
    <nav aria-label="Parts of your comment" className="mb-4 text-small">
      <ul className="flex flex-wrap gap-x-5">
        {Array.from({ length: parts }, (_, index) => index + 1).map((nth) => (
          <li key={nth}>
            <a
              className={
                nth === part ? "inline-flex min-h-9 items-center font-strong" : "link inline-flex min-h-9 items-center"
              }
              aria-current={nth === part ? "true" : undefined}
              href={`/c/${key}/edit?part=${nth}`}
            >
              Part {nth}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
