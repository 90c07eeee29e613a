import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Shell } from "#/components/shell/shell";
import { Field } from "./field";
import { Input } from "./input";
import { Moment } from "./moment";
import { Pager } from "./pager";
import { Time } from "./time";
import { WordDiff } from "./word-diff";

const site = { title: "The Long Table", tagline: "Pull up a chair." };
const marta = { name: "Marta", handle: "marta", role: "member", waitingRequests: 2, unread: 0, queue: 0 } as const;

describe("a field", () => {
  test("ties its label, hint, error and counter to the control", () => {
    const html = renderToStaticMarkup(
      <Field id="note" label="Note" hint="Short." error="Too long." counter="501 of 500">
        {(wires) => <Input {...wires} />}
      </Field>,
    );
    expect(html).toContain('for="note"');
    expect(html).toContain('aria-describedby="note-error note-hint note-counter" aria-invalid="true"');
  });
});

describe("a time", () => {
  test("says the date before any script runs", () => {
    const html = renderToStaticMarkup(<Time at="2026-11-23T12:00:00Z" />);
    expect(html).toMatch(/<time dateTime="2026-11-23T12:00:00.000Z".*>23 November 2026<\/time>/i);
  });
});

describe("a pager", () => {
  test("says that there is nothing more, instead of a link", () => {
    expect(renderToStaticMarkup(<Pager of="Posts" />)).toContain("You are up to date.");
    expect(renderToStaticMarkup(<Pager of="Posts" older="?after=x" />)).not.toContain("You are up to date.");
  });
});

describe("a moment", () => {
  test("can be taken back without a script", () => {
    const html = renderToStaticMarkup(
      <Moment undo="/undo" fields={{ requestId: "7" }}>
        Declined.
      </Moment>,
    );
    expect(html).toContain('<form action="/undo" method="post"><input type="hidden" name="requestId" value="7"/>');
  });
});

describe("the shell", () => {
  test("counts what waits for a member and shows no moderator's ways", () => {
    const html = renderToStaticMarkup(
      <Shell viewer={marta} site={site} current="requests">
        Words
      </Shell>,
    );
    expect(html).toContain('href="/requests" aria-current="page"');
    expect(html).toContain("waiting");
    expect(html).not.toContain('href="/queue"');
  });

  test("offers a guest the two doors", () => {
    const html = renderToStaticMarkup(
      <Shell viewer={null} site={site}>
        Words
      </Shell>,
    );
    expect(html).toContain('href="/enter"');
    expect(html).toContain('href="/join"');
    expect(html).not.toContain('href="/feed"');
  });

  test("has no inline style and no inline script, which the content security policy would refuse", () => {
    const html = renderToStaticMarkup(
      <Shell viewer={marta} site={site} sidebar="">
        Words
      </Shell>,
    );
    expect(html).not.toMatch(/\sstyle=|<script|<style|\son[a-z]+=/);
  });
});

describe("the difference of two versions", () => {
  const same = { kind: "same", words: "The cat " } as const;

  test("marks what was added and taken out, also for those who listen", () => {
    const html = renderToStaticMarkup(
      <WordDiff changes={[same, { kind: "taken", words: "sat" }, { kind: "added", words: "lay" }]} />,
    );
    expect(html).toContain(
      'The cat <del><span class="sr-only">[taken out: </span>sat<span class="sr-only">]</span></del>',
    );
    expect(html).toContain('<ins><span class="sr-only">[added: </span>lay<span class="sr-only">]</span></ins>');
  });

  test("shows white space that is all that changed", () => {
    const html = renderToStaticMarkup(<WordDiff changes={[same, { kind: "added", words: " \n" }]} />);
    expect(html).toContain("</span>␣¶\n<span");
  });

  test("folds the middle of a long passage and keeps every word of it", () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at}`).join(" ");
    const change = { kind: "added", words: "!" } as const;
    const html = renderToStaticMarkup(<WordDiff changes={[change, { kind: "same", words }, change]} />);
    expect(html).toMatch(/<summary>3\d\d words as before<\/summary>/);
    expect(html.replaceAll(/<summary>.*?<\/summary>|<[^>]*>/g, "")).toContain(words);
  });
});
