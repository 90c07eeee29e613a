"use client";

import { type Action, ActForm, useAnswer } from "../client/act-form";
import { ChoiceGroup, type Option } from "../ui/choice-group";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Submit } from "../ui/submit";
import { carriedBy } from "../writing/carried";
import { AnsweringFields } from "./answering-fields";
import { TagsInput } from "./tags-input";
import { usePreview } from "../writing/previewing";
import { WordsField } from "../writing/words-field";

type PostFormProps = {
  action: Action;
  /** What the words are for, on this device. */
  place: string;
  /** The post that is changed, or the key of the form that makes one. */
  fields: Readonly<Record<string, string>>;
  post: {
    title: string;
    source: string;
    tags: readonly string[];
    about: string;
    audience: string;
    comments: string;
    closeDays: number | null;
    published: boolean;
    planned?: boolean;
  };
  room: { characters: number; tags: number; closeDays: number; known: readonly string[] };
  /** Words of theirs wait on the server. */
  waits?: boolean;
};

const audiences: readonly Option[] = [
  { value: "everyone", label: "Everyone", hint: "Also people who have no place here, search engines and feeds." },
  { value: "members", label: "Members", hint: "Whoever is signed in." },
  { value: "connections", label: "My network", hint: "Only people I am connected with." },
  { value: "me", label: "Only me" },
];

/** Writing a post, or writing it anew. */
export function PostForm({ action, ...rest }: PostFormProps) {
  return (
    <ActForm
      action={action}
      className="form"
      label="Your post"
      carry={carriedBy("key" in rest.fields ? "edit-post" : "write", rest.place)}
    >
      <Inside {...rest} />
    </ActForm>
  );
}

function Inside({ place, fields, post, room, waits }: Omit<PostFormProps, "action">) {
  const { answer } = useAnswer();
  const { button, view, live } = usePreview("post");
  const now = (name: "title" | "audience" | "comments") => answer?.typed[name] ?? post[name];
  const problem = (name: string) => answer?.problems[name];
  return (
    <>
      {/* Enter in the title keeps, and never publishes. */}
      <button type="submit" name="intent" value={post.published ? "publish" : "draft"} hidden tabIndex={-1}>
        Keep
      </button>
      {view}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id="title" label="Title" error={problem("title")}>
        {(wires) => (
          <Input {...wires} look="title" name="title" dir="auto" defaultValue={now("title")} autoComplete="off" />
        )}
      </Field>
      <WordsField
        id="source"
        label="Your words"
        hint={`In Markdown, up to ${room.characters.toLocaleString("en")} characters.`}
        room="post"
        words={post.source}
        limit={room.characters}
        place={place}
        keeps={["title", "source", "tags", "about", "audience", "comments", "closeDays"]}
        waits={waits ?? false}
      />
      {live}
      <Field
        id="about"
        label="An article it answers"
        optional
        hint="Its address, if you answer something written elsewhere. What it says of itself will stand above your post."
        error={problem("about")}
      >
        {(wires) => (
          <Input
            {...wires}
            name="about"
            inputMode="url"
            dir="ltr"
            defaultValue={answer?.typed.about ?? post.about}
            placeholder="https://"
            autoComplete="off"
          />
        )}
      </Field>
      <Field
        id="tags"
        label="Tags"
        optional
        hint={`What it is about, up to ${room.tags}, with commas between them.`}
        error={problem("tags")}
      >
        {(wires) => (
          <TagsInput {...wires} known={room.known} defaultValue={answer?.typed.tags ?? post.tags.join(", ")} />
        )}
      </Field>
      <ChoiceGroup name="audience" legend="Who can read this" options={audiences} defaultValue={now("audience")} />
      <AnsweringFields
        comments={now("comments")}
        closeDays={answer?.typed.closeDays ?? String(post.closeDays ?? "")}
        siteDays={room.closeDays}
      />
      <div className="form-acts">
        <Submit name="intent" value="publish" sending="Sending…" data-sends="">
          {post.published ? "Save" : post.planned ? "Publish now" : "Publish"}
        </Submit>
        {post.published ? null : (
          <Submit variant="quiet" name="intent" value="draft" sending="Keeping…">
            {post.planned ? "Keep it planned" : "Keep as a draft"}
          </Submit>
        )}
        {post.published ? null : (
          <Submit variant="quiet" name="intent" value="plan" sending="Keeping…">
            {post.planned ? "Another time…" : "Publish later…"}
          </Submit>
        )}
        {button}
      </div>
    </>
  );
}
