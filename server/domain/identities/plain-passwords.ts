/** Passwords of ten characters and more that everybody tries first. */
const tried = new Set([
  ..."1234567890 0123456789 0987654321 9876543210 12345678910 1234567891 123456789a 1q2w3e4r5t 1qaz2wsx3edc".split(" "),
  ..."q1w2e3r4t5 qwertyuiop qwerty1234 qwerty12345 qwerty123456 asdfghjkl1 asdfghjkl; zxcvbnm123 qwertzuiop".split(" "),
  ..."password12 password123 password1234 passw0rd123 password!1 mypassword letmein123 welcome123 welcome1234".split(
    " ",
  ),
  ..."iloveyou123 administrator changeme123 abcdefghij abcdefghijk abcd123456 abc1234567 aaaaaaaaaa1 football123".split(
    " ",
  ),
]);

/**
 * True for a password anybody could guess: one of the first everybody tries, one character or pair again and again, or
 * the person's or the site's own name.
 */
export function isPlain(password: string, names: readonly (string | null)[]): boolean {
  const folded = password.normalize("NFKC").trim().toLowerCase();
  if (tried.has(folded) || /^(.{1,3})\1+.{0,2}$/u.test(folded)) return true;
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return names.some(
    (name) => name !== null && bare(name) !== "" && [bare(name), bare(name).repeat(2)].includes(bare(folded)),
  );
}
