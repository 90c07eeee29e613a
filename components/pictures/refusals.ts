import type { reasons } from "#/server/domain/pictures/errors";

export const refusals: Record<keyof typeof reasons, string> = {
  "no-such-picture": "There is no such picture, or it is not for you to see.",
  "pictures-off": "This site takes no pictures.",
  "pictures-members-only": "Only members can add pictures. Please sign in first.",
  "picture-empty": "There is nothing in this file.",
  "picture-too-big": "This file is too big: a picture may have {most} MB.",
  "picture-too-many-pixels":
    "This picture has {has} million pixels, and {most} million is the most. Make it smaller first.",
  "not-a-picture": "This is not a picture that can be shown here. JPEG, PNG, GIF, WebP and AVIF can.",
  "picture-broken": "This picture is damaged and cannot be read.",
  "picture-broken-form": "The picture did not arrive whole. Please try again.",
  "pictures-no-room":
    "Your pictures take all the {most} MB there are for you. Pictures that nothing shows go after a day.",
  "pictures-too-fast": "You have added {most} pictures within a day. The next one can come in {hours} hours.",
  "pictures-busy": "Many pictures are being made ready right now. Please try again in a moment.",
};
