import type { Written } from "../types";
import { invoiceThread } from "./invoice-thread";

export const invoice: Written = {
  slug: "nobody-pays-the-polite-invoice",
  by: "Priya",
  title: "Nobody pays the polite invoice",
  days: 5,
  tags: ["freelancing", "money"],
  body: `For six years my invoices ended with this sentence:

> Payment whenever convenient, and thank you so much for a lovely day!

I would like to report on what "whenever convenient" means. I went through the folder last weekend while the children were building something out of the tripod, and made a table.

| how the invoice ended | sent | paid within 30 days | longest wait |
| --- | ---: | ---: | ---: |
| "whenever convenient" | 118 | 41 | 407 days |
| "within 30 days, please" | 52 | 37 | 96 days |
| "due on the 14th" | 29 | 27 | 33 days |

Twenty-nine is not a large number and Bert will say so. But look at the last line. *Same* clients, same pictures, same me. I took out a "please" and a "lovely" and put in a date, and they paid like lambs.

It turns out that it was never kindness. I was afraid of the moment at which somebody might think, "so she did it for the money", and I hid the money behind a bunch of flowers. And the poor person in accounts payable, who has never met me and was not there for the lovely day, opens two hundred invoices in a morning looking for one thing, which is **a date**, and mine did not have it.

What I send now:

1. what it was, in one line they would recognise;
2. what it costs;
3. the day it is due, *as a day*, not as a sum they have to do;
4. the bank details, once, without decoration.

And then I write a separate message, to the human, and say thank you for the lovely day. That one has no number in it. It gets answered within the hour.

How do yours end?`,
  thread: invoiceThread,
};
