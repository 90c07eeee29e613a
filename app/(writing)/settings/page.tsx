import type { Metadata } from "next";
import { Accounts, Sessions } from "#/components/identities/sessions";
import { MailForm, PasswordForm } from "#/components/identities/ways-forms";
import { KeysForm } from "#/components/members/keys-form";
import { HandleForm, ProfileForm } from "#/components/members/profile-form";
import { SettingsSection } from "#/components/members/settings-section";
import { PrivateFeeds } from "#/components/syndication/private-feeds";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";
import { asked, type Search } from "../../(entering)/asked";
import { api } from "../../api";
import { ClaimNote } from "../../claim-note";
import { Frame } from "../../frame";
import { signedIn } from "../../guards";
import * as actions from "./actions";

export const metadata: Metadata = { title: "Settings", robots: { index: false } };

export default async function SettingsPage({ searchParams }: { searchParams: Search }) {
  await signedIn("/settings");
  const done = (await asked(searchParams)).one("done");
  const { members, identities, syndication, settings } = await api();
  const [me, ways, sessions] = [await members.me(), await identities.myWaysIn(), await identities.sessions()];
  const [feeds, site] = [await syndication.mine(), await settings.site()];
  return (
    <Frame>
      <PageHead title="Settings">
        How others see you: <TextLink href={`/m/${me.handle}`}>your page</TextLink>
      </PageHead>
      <ClaimNote />
      <SettingsSection id="profile" title="About you" done={done === "profile" ? "Kept." : undefined}>
        <ProfileForm me={me} action={actions.changeProfile} />
      </SettingsSection>
      <SettingsSection
        id="handle-of-mine"
        title="Your handle"
        done={done === "handle-of-mine" ? `You are @${me.handle} now.` : undefined}
      >
        <HandleForm me={me} action={actions.changeHandle} />
      </SettingsSection>
      <SettingsSection id="mail-address" title="Your mail address" done={mailDone[done]}>
        <MailForm ways={ways} action={actions.askMailChange} />
      </SettingsSection>
      <SettingsSection
        id="password-of-mine"
        title="Your password"
        done={done === "password-of-mine" ? "Your password is another one now." : undefined}
      >
        <PasswordForm ways={ways} handle={me.handle} action={actions.changePassword} />
      </SettingsSection>
      <SettingsSection id="single-keys" title="Single keys" done={done === "single-keys" ? "Kept." : undefined}>
        <KeysForm me={me} action={actions.switchKeys} />
      </SettingsSection>
      <SettingsSection id="sessions" title="Where you are signed in" done={done === "sessions" ? "Ended." : undefined}>
        <Sessions sessions={sessions} end={actions.endSession} endOthers={actions.endOtherSessions} />
      </SettingsSection>
      <SettingsSection id="conversations" title="Conversations">
        <p>
          What you are told of, and what comes by mail:{" "}
          <TextLink href="/settings/conversations">your conversations</TextLink>
        </p>
      </SettingsSection>
      <SettingsSection
        id="private-feeds"
        title="Private feeds"
        done={done === "private-feeds" ? "Ended. The addresses you gave out lead nowhere now." : undefined}
      >
        <PrivateFeeds madeAt={feeds?.madeAt ?? null} url={site.url} renew={actions.renewFeeds} end={actions.endFeeds} />
      </SettingsSection>
      {(ways.provider || ways.accounts.length > 0) && (
        <SettingsSection id="accounts" title="Accounts elsewhere" done={done === "accounts" ? "Untied." : undefined}>
          <Accounts ways={ways} remove={actions.removeAccount} />
        </SettingsSection>
      )}
    </Frame>
  );
}

const mailDone: Record<string, string> = {
  "mail-address": "A letter is on its way. Please answer it by the link in it.",
  proven: "This address is yours.",
};
