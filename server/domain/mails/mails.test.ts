import { desc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { mails } from "#/db/schema/site";
import { sendWaitingMails } from "#/server/jobs/mail";
import { config } from "#/server/platform/config";
import { type RunningSmtp, startSmtp } from "#/server/testing/smtp";
import { ownVillage, test, type Village } from "#/server/testing/village";
import { sendLater } from "./commands";
import { compose } from "./compose";

const minute = 60_000;
const before = config().smtpUrl;
let smtp: RunningSmtp;
beforeAll(async () => {
  smtp = await startSmtp();
  config().smtpUrl = smtp.url;
});
beforeEach(() => {
  smtp.letters.length = 0;
  smtp.refuse(0, 450, "");
});
afterAll(async () => {
  config().smtpUrl = before;
  await smtp.close();
});

const words = {
  paragraphs: ['Hello <you> & "yours"'],
  act: { label: "Come in", path: "/enter/mail?token=a&to=%2F" },
  foot: "Quiet.",
};
const letter = { to: "ada@engine.example", subject: "A letter", ...compose("The <Margins>", words) };
const send = (village: Village) => sendWaitingMails(village.context(null));
const newest = async ({ db }: Village) =>
  (await db.select().from(mails).orderBy(desc(mails.madeAt), desc(mails.id)).limit(1))[0];

describe("a letter", () => {
  test("is sent once, in both kinds of body, with links on the site's own address", async ({ village }) => {
    await sendLater(village.context(null), letter);
    expect(await send(village)).toBe(1);
    expect(await send(village)).toBe(0);
    const arrived = await smtp.letterTo("ada@engine.example");
    expect(smtp.letters).toHaveLength(1);
    expect(arrived).toMatchObject({
      recipients: ["ada@engine.example"],
      to: "ada@engine.example",
      subject: "A letter",
    });
    expect(arrived.text).toContain(`Come in:\n${config().url}/enter/mail?token=a&to=%2F`);
    expect(arrived.html).toContain(`href="${config().url}/enter/mail?token=a&amp;to=%2F"`);
    expect(arrived.html).toContain("Hello &lt;you&gt; &amp; &quot;yours&quot;");
    expect(arrived.html).toContain("The &lt;Margins&gt;");
    expect(arrived.headers.get("auto-submitted")).toBe("auto-generated");
    expect(await newest(village)).toMatchObject({ sentAt: village.context(null).now(), text: "", html: "" });
  });

  test("cannot carry another header or another recipient in its subject", async ({ village }) => {
    await sendLater(village.context(null), { ...letter, subject: "Hi\r\nBcc: x@evil.example\r\n\r\nBody\u2028x" });
    await send(village);
    const arrived = await smtp.letterTo("ada@engine.example");
    expect(arrived.subject).toBe("Hi Bcc: x@evil.example Body x");
    expect(arrived.recipients).toEqual(["ada@engine.example"]);
    expect(arrived.headers.has("bcc")).toBe(false);
  });

  test("is tried again later and later, ten times in a day, and then given up", async ({ village }) => {
    smtp.refuse(10, 451, "Try later");
    await sendLater(village.context(null), letter);
    const began = village.context(null).now().getTime();
    let tried = 0;
    for (let waited = 0; waited < 26 * 60; waited += 5) {
      tried += await send(village);
      village.later(5 * minute);
      if ((await newest(village))?.failedAt) break;
    }
    const over = await newest(village);
    expect(tried).toBe(10);
    expect(over?.failure).toContain("Try later");
    expect((over?.failedAt?.getTime() ?? 0) - began).toBeGreaterThan(20 * 60 * minute);
  });

  test("arrives when the mail server is well again", async ({ village }) => {
    smtp.refuse(1, 451, "Try later");
    await sendLater(village.context(null), letter);
    await send(village);
    expect(smtp.letters).toHaveLength(0);
    village.later(minute);
    await send(village);
    expect(smtp.letters).toHaveLength(1);
    expect(await newest(village)).toMatchObject({ failure: null, tries: 2 });
  });

  test("that the mail server will never take is given up at once", async ({ village }) => {
    smtp.refuse(1, 550, "Nobody of that name");
    await sendLater(village.context(null), letter);
    expect(await send(village)).toBe(1);
    village.later(60 * minute);
    expect(await send(village)).toBe(0);
    expect((await newest(village))?.failure).toContain("Nobody of that name");
  });

  test("is kept where there is no mail server", async ({ village }) => {
    config().smtpUrl = undefined;
    await sendLater(village.context(null), letter);
    expect(await send(village)).toBe(0);
    config().smtpUrl = smtp.url;
    expect(await newest(village)).toMatchObject({ sentAt: null, failedAt: null, tries: 0 });
  });

  test("is sent once though two processes look at the same moment", async () => {
    const own = await ownVillage();
    try {
      for (let index = 0; index < 12; index += 1) {
        await sendLater(own.context(null), { ...letter, to: `ada${index}@engine.example` });
      }
      const counts = await Promise.all([send(own), send(own), send(own)]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
      expect(new Set(smtp.letters.map(({ to }) => to)).size).toBe(12);
      expect(smtp.letters).toHaveLength(12);
    } finally {
      await own.close();
    }
  });
});
