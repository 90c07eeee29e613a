/** What this place asks of everybody. A hidden text says under which of these it was hidden. */
export const houseRules = [
  { code: "kind", says: "Be kind to the person" },
  { code: "subject", says: "Stay with the subject" },
  { code: "advertising", says: "Do not advertise" },
  { code: "private", says: "Keep private things private" },
  { code: "honest", says: "Be honest about who you are" },
  { code: "legal", says: "Nothing illegal" },
] as const;

/** The rule's sentence, which is what the place and the log keep: rules may change, what was said may not. */
export const sayingOf = (code: string): string | undefined => houseRules.find((rule) => rule.code === code)?.says;
