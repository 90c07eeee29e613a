import type { Outputs } from "#/server/api/types";
import { TextLink } from "../ui/text-link";

/** The replies one has begun under a post and not sent, each with the way to its form. */
export const BegunReplies = ({ replies }: { replies: Outputs["drafts"]["under"]["replies"] }) =>
  replies.map(({ key, name, href }) => (
    <p key={key} className="mb-3 text-small">
      You have an unsent reply to <bdi>{name}</bdi>:{" "}
      <TextLink className="inline-flex min-h-9 items-center" href={href}>
        go on with it
      </TextLink>
    </p>
  ));
