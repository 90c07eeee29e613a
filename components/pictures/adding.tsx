import type { Outputs } from "#/server/api/types";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Submit } from "../ui/submit";
import { Time } from "../ui/time";
import { accepted } from "./accepted";

type Picture = Outputs["pictures"]["mine"]["items"][number];
type Room = Outputs["pictures"]["room"];

const megabytes = (bytes: number) => `${(Math.round(bytes / 100_000) / 10).toLocaleString("en")} MB`;

/** A picture from this device to the site, by a plain form: it works without a script. */
export function AddPicture({ room }: { room: Room }) {
  return (
    <form
      className="form"
      action="/api/pictures"
      method="post"
      encType="multipart/form-data"
      aria-label="Add a picture"
    >
      <Field
        id="picture"
        label="A picture"
        hint={`JPEG, PNG, GIF, WebP or AVIF, up to ${megabytes(room.bytes)}. Where and with what it was taken is left out.`}
      >
        {(wires) => <Input {...wires} type="file" name="picture" accept={accepted} required />}
      </Field>
      <div className="form-acts">
        <Submit sending="Sending…">Add it</Submit>
      </div>
    </form>
  );
}

/** A picture that has just arrived, with the words that show it. */
export function Added({ picture }: { picture: Picture }) {
  return (
    <section id="added" aria-labelledby="added-head">
      <Notice tone="success" title="The picture is here.">
        Copy the line below into your words, and put what it shows between the brackets.
      </Notice>
      <h2 className="sr-only" id="added-head">
        The new picture
      </h2>
      <Shown picture={picture} />
    </section>
  );
}

/** A picture of one's own, with the line that puts it into words. */
export function Shown({ picture: { key, address, width, height, madeAt, moving } }: { picture: Picture }) {
  return (
    <div className="own-picture">
      <a href={address}>
        <img src={`${address}?w=480`} width={width} height={height} loading="lazy" decoding="async" alt="In full" />
      </a>
      <Field
        id={`line-${key}`}
        label={
          <>
            Added <Time at={madeAt} />
            {moving && ", moving"}
          </>
        }
      >
        {(wires) => <Input {...wires} readOnly value={`![What it shows](${address})`} dir="ltr" />}
      </Field>
    </div>
  );
}
