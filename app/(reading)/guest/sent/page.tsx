import type { Metadata } from "next";
import { api } from "#/app/api";
import { type Asked, one } from "#/app/found";
import { Frame } from "#/app/frame";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";

export const metadata: Metadata = { title: "Your comment", robots: { index: false } };

/** What happens next with what a guest wrote; the same whoever an address belongs to. */
export default async function SentPage({ searchParams }: { searchParams: Asked }) {
  const asked = await searchParams;
  const held = one(asked.held) !== undefined;
  const post = one(asked.post) ?? "";
  const { invitation, joinOpen } = await (await api()).settings.site();
  return (
    <Frame>
      <PageHead title={held ? "A moderator looks first" : "Please look into your mail"}>
        {held
          ? "Your comment is here. The first one of every guest waits until a moderator has read it; later ones appear at once."
          : "A letter is on its way to the address you gave. The link in it shows your comment once more; it appears when you say there that it is yours. The link works for two days."}
      </PageHead>
      <p className="form-acts">
        {/^[0-9a-z]{10}$/.test(post) && (
          <ButtonLink variant="primary" href={`/p/${post}`}>
            Back to the post
          </ButtonLink>
        )}
        <ButtonLink href="/">To the front page</ButtonLink>
      </p>
      {invitation && joinOpen && (
        <p className="mt-8">
          {invitation} <TextLink href="/join">Have a place here</TextLink>
        </p>
      )}
    </Frame>
  );
}
