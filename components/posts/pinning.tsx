import type { ReactNode } from "react";
import type { Outputs } from "#/server/api/types";
import { Moment } from "../ui/moment";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";

type Post = Outputs["posts"]["byKey"];
type Action = (form: FormData) => Promise<void>;
export type Place = Post["pins"][number]["place"];

/** The list a post is pinned to, as whoever may pin it there calls it. */
export const placeWords: Record<Place, string> = { front: "the front page", author: "your page" };

/** Puts a post above the others, or lets it stand among them again: for whoever may. Works without a script. */
export const PinForms = ({ post, action }: { post: Post; action: Action }) =>
  post.pins.map(({ place, isPinned }) => (
    <form key={place} action={action}>
      <Named post={post.key} place={place} act={isPinned ? "unpin" : "pin"} />
      <button type="submit" className="link">
        {isPinned ? `Unpin from ${placeWords[place]}` : `Pin to ${placeWords[place]}`}
      </button>
    </form>
  ));

const fieldsOf = (it: { post: string; place: Place; act: "pin" | "unpin" }) => Object.entries(it);

const Named = (it: Parameters<typeof fieldsOf>[0]) =>
  fieldsOf(it).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

/** What was just done with a pin, and the way back. */
export function PinDone({ post, place, action }: { post: Post; place: Place; action: Action }) {
  const pin = post.pins.find((one) => one.place === place);
  if (!pin) return null;
  const undo = { post: post.key, place, act: pin.isPinned ? "unpin" : "pin" };
  return (
    <Above>
      <Moment undo={action} brief fields={undo}>
        {pin.isPinned ? "Pinned to" : "Unpinned from"} {placeWords[place]}.
      </Moment>
    </Above>
  );
}

const Above = ({ children }: { children: ReactNode }) => <div className="mb-6">{children}</div>;

const numbers = [undefined, "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

type Full = { place: Place; pinned: readonly { key: string; href: string; title: string }[] };

/** There is no room for another pin: what is pinned, each where it can be taken off. */
export function PinsFull({ place, pinned }: Full) {
  const many = pinned.length;
  if (many === 0) return null;
  return (
    <Above>
      <Notice
        tone="warning"
        title={`${numbers[many] ?? many} ${many === 1 ? "post is" : "posts are"} pinned to ${placeWords[place]} already:`}
      >
        {pinned.map(({ key, href, title }, at) => (
          <span key={key}>
            {at > 0 && (at === many - 1 ? " and " : ", ")}
            <TextLink href={href}>
              <bdi>{title || "Without a title"}</bdi>
            </TextLink>
          </span>
        ))}
        . There is room for no more: unpin one first.
      </Notice>
    </Above>
  );
}

/** Any other no. */
export const PinRefused = ({ children }: { children: ReactNode }) => (
  <Above>
    <Notice tone="warning" title="It could not be pinned.">
      {children}
    </Notice>
  </Above>
);
