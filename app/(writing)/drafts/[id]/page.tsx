import type { Metadata } from "next";
import { ActForm } from "#/components/client/act-form";
import { Forgets } from "#/components/drafts/forgets";
import { ButtonLink } from "#/components/ui/button";
import { Field } from "#/components/ui/field";
import { PageHead } from "#/components/ui/page-head";
import { Submit } from "#/components/ui/submit";
import { TextArea } from "#/components/ui/text-area";
import { api } from "../../../api";
import { found } from "../../../found";
import { Frame } from "../../../frame";
import { signedIn } from "../../../guards";
import { throwAway } from "./actions";

export const metadata: Metadata = { title: "What you have not sent" };

/** Words that wait, whole: to be read and copied also where the form they stood in is no longer to be had. */
export default async function UnsentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await signedIn(`/drafts/${id}`);
  const { place, words, other, otherWords, post, href } = await found((await api()).drafts.one({ id }));
  return (
    <Frame current="write">
      <PageHead title="What you have not sent">
        {post ? `It belongs to “${post.title}”. ` : ""}Only you can read it.
      </PageHead>
      <ActForm action={throwAway} className="form" label="What you have not sent">
        <input type="hidden" name="id" value={id} />
        <Forgets place={place} source={words.source} />
        {words.title && <p className="text-h3">{words.title}</p>}
        <Field id="source" label="Your words">
          {(wires) => <TextArea {...wires} readOnly defaultValue={words.source} />}
        </Field>
        {other && otherWords && (
          <Field id="other" label="What another device had">
            {(wires) => <TextArea {...wires} readOnly defaultValue={otherWords.source} />}
          </Field>
        )}
        <div className="form-acts">
          <ButtonLink variant="primary" href={href}>
            Go on
          </ButtonLink>
          <Submit variant="danger" sending="Deleting…">
            Delete
          </Submit>
          <ButtonLink href="/drafts">Back to your drafts</ButtonLink>
        </div>
      </ActForm>
    </Frame>
  );
}
