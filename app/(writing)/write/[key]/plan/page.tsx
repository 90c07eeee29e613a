import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { PlanForm } from "#/components/posts/plan-form";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Refused } from "#/components/ui/states";
import { ZonedTime } from "#/components/ui/zoned-time";
import { audienceWords } from "#/components/posts/words";
import { api } from "../../../../api";
import { found } from "../../../../found";
import { Frame } from "../../../../frame";
import { signedIn } from "../../../../guards";
import { planPost } from "../../planning";
import { NotYours } from "../not-yours";

export const metadata: Metadata = { title: "Publish later" };

/** UTC is no place, and so not among the zones that have one. */
const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

export default async function PlanPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  await signedIn(`/write/${key}/plan`);
  const post = await toPlan(key);
  if (post === "not-your-post") return <NotYours postKey={key} />;
  if (post === "already-published") return <Published postKey={key} />;
  const { title, audience, plannedFor, zone, wall } = post;
  return (
    <Frame current="write">
      <PageHead title={plannedFor ? "Another time for it" : "Publish it later"}>
        {title || "Without a title"}. {audienceWords[audience]} once it is published; until then only you can.{" "}
        {plannedFor && zone && (
          <>
            It is planned for <ZonedTime at={plannedFor} zone={zone} />.
          </>
        )}
      </PageHead>
      <PlanForm
        action={planPost}
        postKey={key}
        at={wall}
        zone={zone}
        zones={zone && !zones.includes(zone) ? [zone, ...zones] : zones}
        back={`/write/${key}`}
        send={plannedFor ? "Plan it anew" : "Plan it"}
      />
    </Frame>
  );
}

async function toPlan(key: string) {
  try {
    return await found((await api()).posts.toPlan({ key }));
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.message === "not-your-post" || error.message === "already-published") return error.message;
    throw error;
  }
}

const Published = ({ postKey }: { postKey: string }) => (
  <Frame>
    <Refused
      level={1}
      title="This post is published"
      next={<ButtonLink href={`/p/${postKey}`}>To the post</ButtonLink>}
    >
      <p>Only a draft can be planned.</p>
    </Refused>
  </Frame>
);
