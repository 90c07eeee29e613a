import type { Asked } from "./types";

export const asked: readonly Asked[] = [
  {
    from: "Justin",
    to: "Candy",
    days: 2,
    how: "thread",
    note: "We met in the comments, where I was the long one. I would like it on record that we know each other.",
  },
  {
    from: "Ondřej Vaclík",
    to: "Candy",
    days: 6,
    how: "thread",
    note: "You asked what happens to the invoices when the plugin dies. Nobody ever asks that. I would like to stay in touch.",
  },
  {
    from: "Susan",
    to: "Justin",
    days: 1,
    how: "thread",
    note: "You are wrong at such length and with such good manners that I would rather have you in my network than out of it.",
  },
  {
    from: "Seun",
    to: "Åsa Norrbäck",
    days: 9,
    how: "introduced",
    note: "Priya showed me the grey bowls. I have an idea for a book in which nobody speaks and everything is glazed.",
  },
  {
    from: "ゆかり",
    to: "Mireille Quesnel",
    days: 13,
    how: "thread",
    note: "You wrote about the word for 'waiting' in three languages. I want to print it. はじめまして。",
  },
  {
    from: "Fiadh",
    to: "ليلى",
    days: 4,
    how: "other",
    note: "My eldest plays your theme tune on the fiddle, badly, with love.",
  },
  {
    from: "Trent",
    to: "Priya",
    days: 40,
    how: "other",
    note: "Love your feed! Quick call about scaling your personal brand?",
    answer: "declined",
  },
  { from: "Hank", to: "Justin", days: 33, how: "thread", note: "Gravel?", answer: "withdrawn" },
];
