import type { Picture } from "#/db/schema/pictures";

type Kept = Pick<Picture, "key" | "widths" | "moving">;

/** What a form of a picture is called in the store. */
export const fileOf = (key: string, form: number | "play"): string => `${key}-${form}.webp`;

/** All files of a picture. */
export const filesOf = ({ key, widths, moving }: Kept): string[] => [
  ...widths.map((width) => fileOf(key, width)),
  ...(moving ? [fileOf(key, "play")] : []),
];

/**
 * The form that serves a wish best: the narrowest that is at least as wide as asked for, else the widest there is.
 * @param wish a width in pixels, `play` for the moving form, or null for the picture in full
 */
export function formFor({ widths, moving }: Omit<Kept, "key">, wish: number | "play" | null): number | "play" {
  if (wish === "play" && moving) return "play";
  const widest = Math.max(...widths);
  return typeof wish === "number" ? Math.min(widest, ...widths.filter((width) => width >= wish)) : widest;
}
