import { TRPCError } from "@trpc/server";
import { ButtonLink } from "#/components/ui/button";
import { Refused } from "#/components/ui/states";
import { Frame } from "../../../frame";

/** What was asked for, or null where it is somebody else's. */
export async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}

/** The face of a page about a post that is somebody else's. */
export const NotYours = ({ postKey }: { postKey: string }) => (
  <Frame>
    <Refused
      level={1}
      title="This is somebody else's post"
      next={<ButtonLink href={`/p/${postKey}`}>To the post</ButtonLink>}
    >
      <p>Only its author can change or delete it.</p>
    </Refused>
  </Frame>
);
