import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { api } from "#/app/api";
import { Frame } from "#/app/frame";
import { tending } from "#/app/guards";
import { CaseActs } from "#/components/moderation/case-acts";
import { RestoreForm, RoleForm, SuspendForm } from "#/components/moderation/person-forms";
import { PersonMarks } from "#/components/moderation/person-item";
import { Moment } from "#/components/ui/moment";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import { asked, type Search } from "../../asked";
import { tend } from "../actions";

export const metadata: Metadata = { title: "A member", robots: { index: false } };

type Props = { params: Promise<{ handle: string }>; searchParams: Search };

const done: Record<string, string> = {
  suspended: "Suspended. Every session of theirs has ended; they read your reason when they try to come in.",
  restored: "They can come in again.",
  role: "The role is changed.",
};

export default async function Person({ params, searchParams }: Props) {
  const { handle } = await params;
  await tending(`/people/${encodeURIComponent(handle)}`);
  const person = await personCalled(handle);
  const did = done[(await asked(searchParams))("did")];
  return (
    <Frame current="queue">
      <PageHead title={<bdi>{person.name}</bdi>}>
        <TextLink href={`/m/${person.handle}`}>@{person.handle}</TextLink> <PersonMarks person={person} /> Here since{" "}
        <Time at={person.joinedAt} how="date" />. Back to <TextLink href="/people">everybody</TextLink>.
      </PageHead>
      {did && (
        <div className="mb-6">
          <Moment>{did}</Moment>
        </div>
      )}
      <Door person={person} />
      {person.can.changeRole && (
        <section aria-labelledby="role-head">
          <h2 id="role-head" className="section-head">
            Role
          </h2>
          <RoleForm action={tend} person={person} role={person.role} />
        </section>
      )}
      {person.acts.length > 0 && (
        <section aria-labelledby="before-head">
          <h2 id="before-head" className="section-head">
            What was decided about them
          </h2>
          <CaseActs acts={person.acts} of={person.name} />
        </section>
      )}
    </Frame>
  );
}

/** Whether they may come in, and what this moderator can do about it. */
function Door({ person }: { person: Awaited<ReturnType<typeof personCalled>> }) {
  const { can, suspendedAt, suspendedBecause } = person;
  return (
    <section aria-labelledby="door-head">
      <h2 id="door-head" className="section-head">
        {suspendedAt ? "Suspended" : "Suspend"}
      </h2>
      {suspendedAt && (
        <p className="mb-4">
          <Time at={suspendedAt} />: <span dir="auto">{suspendedBecause}</span>
        </p>
      )}
      {can.suspend && <SuspendForm action={tend} person={person} />}
      {can.restore && <RestoreForm action={tend} person={person} />}
      {!can.suspend && !can.restore && (
        <p>This is not yours to decide: a moderator tends members, the owner everybody.</p>
      )}
    </section>
  );
}

async function personCalled(handle: string) {
  const { moderation } = await api();
  return moderation.person({ handle }).catch((error: unknown) => {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) return notFound();
    throw error;
  });
}
