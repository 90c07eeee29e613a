import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { PageHead } from "#/components/ui/page-head";
import { Prose } from "#/components/ui/prose";
import { api } from "../../api";
import { type Asked, one } from "../../found";
import { Frame } from "../../frame";

export const metadata: Metadata = { title: "About, and who sees what" };

/** What this place is, what it asks, and who can see what: the question nobody should have to ask twice. */
export default async function AboutPage({ searchParams }: { searchParams: Asked }) {
  // About an article elsewhere: who answered it here.
  const url = one((await searchParams).url);
  if (url !== undefined) permanentRedirect(`/answers?${new URLSearchParams({ url })}`);
  const here = await api();
  const [{ title, tagline }, rules] = [await here.settings.site(), await here.moderation.rules()];
  return (
    <Frame>
      <PageHead title={`About ${title}`}>
        {tagline || "Read one another, answer at length, and connect for a reason."}
      </PageHead>
      <Prose>
        <h2>Who sees what</h2>
        <ul>
          <li>
            <strong>A post</strong> is read by whom its author chose: everyone, members, the author’s network, or only
            the author. It says so at its end. Comments are read by those who may read the post they stand under.
          </li>
          <li>
            <strong>A draft</strong> is its author’s alone.
          </li>
          <li>
            <strong>A connection request</strong> and its note are seen by the two of you, and nobody else. A decline is
            told to nobody: to whoever asked it looks as if it still waits.
          </li>
          <li>
            <strong>Your network</strong>: your connections see in their feed that the two of you connected. On your
            page, others see whom you both know, not the whole list.
          </li>
          <li>
            <strong>Blocking</strong> somebody ends what there was between you, and each of you disappears for the
            other. They are not told. <strong>Muting</strong> only changes what you read.
          </li>
          <li>
            <strong>Your mail address</strong> and your sessions are shown to you only. The owner reads the letters of a
            site that has no mail server, and to whom they go.
          </li>
          <li>
            <strong>Moderators</strong> read what members report, also where they are not among its readers, and the
            words they hide. They do not see requests, drafts, or what is for your network only and was not reported.
          </li>
          <li>
            <strong>Whoever runs this site</strong> holds its database. Kith asks nothing of any other site while you
            read.
          </li>
        </ul>
        <h2>What this place asks</h2>
        <ul>
          {rules.map(({ code, says }) => (
            <li key={code}>{says}.</li>
          ))}
        </ul>
        <p>
          A moderator may hide what breaks one of these. Its place stays, its author is told the rule and the reason,
          and every such act is written down.
        </p>
        <h2>Nothing you write is lost</h2>
        <p>
          Long answers are welcome. What you type is kept in your browser until it is sent and, once you are a member,
          for all your devices. You can edit or delete your own words; what you delete can be taken back for some days,
          and is then gone for good.
        </p>
        <h2>Reading elsewhere</h2>
        <p>
          <a href="/feeds">Web feeds</a> bring posts and comments to the program you read with: of the whole site, of a
          member, about a subject, or on one post, as far as everyone may read them. Members can have one of their own.
        </p>
      </Prose>
    </Frame>
  );
}
