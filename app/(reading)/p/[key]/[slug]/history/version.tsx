import { ActForm } from "#/components/client/act-form";
import { versionWords } from "#/components/posts/version-list";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import { WordDiff } from "#/components/ui/word-diff";
import { notFound } from "next/navigation";
import { api } from "../../../../../api";
import { found } from "../../../../../found";
import type { Post } from "../../post";
import { changeVersion } from "./actions";

type Shown = Awaited<ReturnType<typeof shownOf>>;

const shownOf = async (key: string, nth: number) => found((await api()).posts.version({ key, nth }));

/** One version: what it changed, and what its author may do with it. */
export async function Version({ post, nth }: { post: Post; nth: string }) {
  if (!/^[1-9]\d{0,5}$/.test(nth)) notFound();
  const shown = await shownOf(post.key, Number(nth));
  const { version, comparedWith, title, words } = shown;
  const isNow = version.isNow ? ", which is what it says now" : "";
  return (
    <>
      <PageHead title={`Version ${nth}`}>
        Of <TextLink href={post.href}>{post.title}</TextLink>, <Time at={version.at} />
        {isNow}.{" "}
        {comparedWith === null
          ? "There is no earlier one you can read, so it stands here whole."
          : `What it changed in version ${comparedWith}: old words are struck through, new ones underlined.`}
      </PageHead>
      {version.face === "said" && (version.hidden || version.withheld) && (
        <div className="mb-6">
          <Notice tone="warning">{version.hidden ? versionWords.hidden : versionWords.withheld}</Notice>
        </div>
      )}
      <article className="grid gap-6">
        <h2>
          <WordDiff changes={title} inline />
        </h2>
        <WordDiff changes={words} />
      </article>
      <div className="my-8">
        <TextLink href={`${post.href}/history`}>All versions</TextLink>
      </div>
      {post.can.edit && !version.isNow && <Acts post={post} shown={shown} />}
    </>
  );
}

/** What the author may do with an earlier version. */
function Acts({ post, shown }: { post: Post; shown: Shown }) {
  const { nth } = shown.version;
  const isHidden = shown.version.face === "said" && shown.version.hidden;
  return (
    <ActForm action={changeVersion} className="form" label={`What to do with version ${nth}`}>
      <input type="hidden" name="key" value={post.key} />
      <input type="hidden" name="nth" value={nth} />
      <p className="field-hint">
        Bringing it back makes a new version with these words; tags, readers and comments stay as they are. A version
        kept back can be read by you and the moderators only.
      </p>
      <div className="form-acts">
        <Submit name="act" value="restore" sending="Bringing it back…">
          Bring these words back
        </Submit>
        <Submit variant="quiet" name="act" value={isHidden ? "show" : "hide"}>
          {isHidden ? "Let everybody read it" : "Keep it back"}
        </Submit>
      </div>
    </ActForm>
  );
}
