import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { owning } from "#/app/guards";
import { ActForm } from "#/components/client/act-form";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Submit } from "#/components/ui/submit";
import { removeVillage } from "../actions";

export const metadata: Metadata = { title: "Remove the village", robots: { index: false } };

/** Asks before the people of the demonstration go. */
export default async function VillagePage() {
  const viewer = await owning("/site/village");
  const village = await (await api()).identities.village();
  if (!village) notFound();
  const { people, posts, comments, others } = village;
  return (
    <Frame>
      <PageHead title="Remove the village?">
        {people} people go, with {posts} posts and {comments} comments. It is for good: the village moves only into an
        empty site.
      </PageHead>
      {others > 0 && (
        <p className="item-facts">
          {others === 1 ? "One comment" : `${others} comments`} that others wrote under its posts go with them.
        </p>
      )}
      {viewer.mail?.endsWith("@village.example") && (
        <p className="item-facts">
          You are one of them, {viewer.name}. Unless somebody else owns the site too, the next page makes a new owner.
        </p>
      )}
      <ActForm action={removeVillage} className="form mt-5" label="Remove the village">
        <div className="form-acts">
          <Submit variant="danger" sending="Removing…">
            Remove the village
          </Submit>
          <ButtonLink href="/site">Keep it</ButtonLink>
        </div>
      </ActForm>
    </Frame>
  );
}
