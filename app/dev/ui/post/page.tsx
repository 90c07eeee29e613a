import { Mark } from "#/components/shell/mark";
import { Shell } from "#/components/shell/shell";
import { Field } from "#/components/ui/field";
import { Prose } from "#/components/ui/prose";
import { Submit } from "#/components/ui/submit";
import { TextArea } from "#/components/ui/text-area";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import { site, viewer } from "../people";
import { Recent } from "../recent";
import { sampleThread } from "../thread";

const words = `<p>My grandmother answered every letter on the day it came, at the kitchen table, with the envelope propped against the sugar. She did not call it keeping in touch. She called it <em>clearing up</em>, in the voice she used for dishes, and when the last envelope was licked she would look about her as if the room had grown.</p>
<p>I have been thinking of that table since <a href="https://example.org/">Susan’s article</a> went round last week, the one that asks whether any of this counts. Her three rules are good rules. But they are rules for rooms: they tell you how to stand, whom to leave, when to hand over the card. Nothing in them is about the day <em>after</em>, when you sit down by yourself and find out whether you have anything to say to the person.</p>
<h3>The day after</h3>
<p>Here is what I believe. A meeting is only the envelope. What makes two people known to one another is that one of them writes down a thing they really think, at the length it needs, and the other takes it seriously enough to answer <strong>that</strong>, and not the thing beside it.</p>
<blockquote><p>It is a great deal easier to shake five hundred hands than to answer one letter well.</p></blockquote>
<p>There are three questions that I ask of an answer before I send it:</p>
<ol><li>Have I read to the end, or only to the part that annoyed me?</li><li>Would I say it with the sugar bowl between us?</li><li>Does it leave them something to answer?</li></ol>
<p>That is all. It is not a method, and I have broken each of them this month. But the people I would telephone at three in the morning are, without one exception, people who once answered me at length.</p>`;

export default function PostSample() {
  return (
    <Shell viewer={viewer} site={site} sidebar={<Recent />}>
      <article className="post spread">
        <div className="post-head">
          <h1>What a letter is for</h1>
        </div>
        <p className="post-meta hang">
          <a href="#m">Candy Moreau</a> <Time at="2026-11-20T18:30:00Z" how="date" />
        </p>
        <h2 className="sr-only">The text</h2>
        <Prose html={words} />
        <p className="post-foot">
          <Mark />
          <span>
            <TextLink href="#t">letters</TextLink> · <TextLink href="#t">networking</TextLink>
          </span>
        </p>
      </article>
      <section aria-labelledby="comments">
        <h2 className="section-head" id="comments">
          10 comments by 7 people
        </h2>
        <div dangerouslySetInnerHTML={{ __html: sampleThread }} />
        <form className="form mt-8" action="/dev/ui/post">
          <Field
            id="comment"
            label="Your comment"
            hint="Take the room you need: up to 100,000 characters, in Markdown."
            counter="Kept as you type"
          >
            {(wires) => <TextArea {...wires} name="body" />}
          </Field>
          <div className="form-acts">
            <Submit sending="Sending…">Comment</Submit>
            <span className="text-mini text-soft">or Ctrl and Enter</span>
          </div>
        </form>
      </section>
    </Shell>
  );
}
