import type { Felt } from "./types";

const networking = "is-what-you-are-doing-really-networking";

export const reactions: readonly Felt[] = [
  { by: "Justin", post: networking, kind: "think", days: 2.9 },
  { by: "Susan", post: networking, kind: "think", days: 2.8 },
  { by: "Dilys Prydderch", post: networking, kind: "thanks", days: 2.5 },
  { by: "Mireille Quesnel", post: networking, kind: "thanks", days: 1.9 },
  { by: "Candy", comment: "justin-answers", kind: "thanks", days: 2.6 },
  { by: "Mireille Quesnel", comment: "justin-answers", kind: "thanks", days: 2.4 },
  { by: "Kofi", comment: "justin-answers", kind: "thanks", days: 1.2 },
  { by: "Susan", comment: "justin-answers", kind: "think", days: 2.5 },
  { by: "Marguerite", comment: "justin-answers", kind: "agree", days: 2.2 },
  { by: "Bert", comment: "justin-answers", kind: "agree", days: 2.1 },
  { by: "Candy", comment: "susan-on-chairs", kind: "agree", days: 2.7 },
  { by: "Bert", comment: "susan-on-chairs", kind: "agree", days: 2.3 },
  { by: "Justin", comment: "susan-on-chairs", kind: "think", days: 2.8 },
  { by: "Bert", post: "nobody-pays-the-polite-invoice", kind: "agree", days: 4.6 },
  { by: "Kofi", post: "nobody-pays-the-polite-invoice", kind: "thanks", days: 4.1 },
  { by: "Fiadh", post: "a-garden-on-eleven-euros-a-month", kind: "thanks", days: 0.4 },
  { by: "Priya", post: "what-we-really-charge", kind: "thanks", days: 17 },
];
