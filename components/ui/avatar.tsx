import clsx from "clsx";

const colours = 8;

/** The classes of a member's colour, for those who build HTML by hand: the same handle has the same colour everywhere. */
export function avatarClass(handle: string, size?: "small" | "large" | undefined): string {
  let sum = 7;
  for (const character of handle.toLowerCase()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return clsx("avatar", `avatar-${sum % colours}`, size && `avatar--${size}`);
}

/** One or two letters that stand for a name: the first of its first and of its last word. */
export function avatarLetters(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letter = (word: string | undefined) => word?.match(/[\p{L}\p{N}]/u)?.[0] ?? "";
  return (letter(first) + letter(last)).toLocaleUpperCase("en") || "?";
}

type AvatarProps = { name: string; handle: string; size?: "small" | "large" | undefined };

/** A member in two letters and a colour of their own. Their name always stands beside it, so it is not read out. */
export function Avatar({ name, handle, size }: AvatarProps) {
  return (
    <span className={avatarClass(handle, size)} aria-hidden="true">
      {avatarLetters(name)}
    </span>
  );
}
