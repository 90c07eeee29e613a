import { ActForm, type Action } from "#/components/client/act-form";
import { Item } from "#/components/ui/item";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

type Came = Outputs["door"]["cameToYou"]["people"][number];

/** Those who came and had nothing back: what they said, what they wrote last, and the three ways to be done. */
export const CameList = ({ people, settle }: { people: Came[]; settle: Action }) => (
  <ul>
    {people.map((it) => (
      <One key={it.words.key} {...it} settle={settle} />
    ))}
  </ul>
);

const One = ({ who, words, many, latest, settle }: Came & { settle: Action }) => (
  <Item
    who={who}
    head={
      <>
        <TextLink href={`/m/${who.handle}`}>{who.name}</TextLink> on{" "}
        <TextLink href={words.href}>{words.title}</TextLink>
      </>
    }
    facts={
      <p>
        <Time at={words.writtenAt} />
        {many > 1 && <> · {many} comments had nothing back</>}
      </p>
    }
    quote={words.excerpt}
    acts={
      <>
        <TextLink href={words.href.replace(/#.*/, "&reply=1#reply")}>Answer</TextLink>
        <ActForm action={settle} label={`Fine as it is: ${who.name}`}>
          <input type="hidden" name="key" value={words.key} />
          <Submit variant="quiet" small>
            Fine as it is
          </Submit>
        </ActForm>
      </>
    }
  >
    {latest && (
      <p className="text-small">
        {who.name} wrote last:{" "}
        <TextLink href={latest.href} {...(latest.host === null ? {} : { rel: "ugc nofollow noopener" })}>
          <bdi>{latest.title}</bdi>
        </TextLink>
        {latest.host && <> · {latest.host}</>}
      </p>
    )}
  </Item>
);
