import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { AnswerList } from "#/components/articles/answer-list";
import { ArticleCard, shortened } from "#/components/articles/article-card";
import { sentenceFor } from "#/components/client/form-answer";
import { Button, ButtonLink } from "#/components/ui/button";
import { Field } from "#/components/ui/field";
import { Input } from "#/components/ui/input";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { EmptyState, Refused } from "#/components/ui/states";
import { api } from "../../api";
import { type Asked, one } from "../../found";
import { Frame } from "../../frame";

/** Not for search engines: anybody can ask about any address. */
export const metadata: Metadata = { title: "Who answered an article", robots: { index: false } };

export default async function AnswersPage({ searchParams }: { searchParams: Asked }) {
  const asked = await searchParams;
  const [url, cursor] = [one(asked.url)?.trim() ?? "", one(asked.cursor)];
  return (
    <Frame>
      <PageHead title="Who answered an article">
        Every post and comment here that answers or links one article elsewhere, as far as you may read them.
      </PageHead>
      <form action="/answers" className="form" role="search" aria-label="An article">
        <Field id="url" label="The article’s address">
          {(wires) => (
            <Input {...wires} name="url" inputMode="url" dir="ltr" defaultValue={url} placeholder="https://" required />
          )}
        </Field>
        <p className="form-acts">
          <Button type="submit">Look</Button>
        </p>
      </form>
      {url && <Answers url={url} cursor={cursor} />}
    </Frame>
  );
}

async function Answers({ url, cursor }: { url: string; cursor: string | undefined }) {
  const of = await answersTo(url, cursor);
  if ("refused" in of) {
    return (
      <Refused title="This cannot be looked for" next={<ButtonLink href="/answers">Look for another</ButtonLink>}>
        <p>{of.refused}</p>
      </Refused>
    );
  }
  const { article, items, next, url: known } = of;
  const at = (more: Record<string, string>) => `/answers?${new URLSearchParams({ url: known, ...more })}`;
  return (
    <section aria-labelledby="said">
      {article && <ArticleCard article={article} />}
      <h2 className="section-head" id="said">
        What people here say of it
      </h2>
      {items.length === 0 && (
        <EmptyState title="Nobody here has answered it" next={<ButtonLink href="/write">Write an answer</ButtonLink>}>
          <p>Posts and comments that answer or link {shortened(known)} will stand here.</p>
        </EmptyState>
      )}
      <AnswerList items={items} />
      {(next || cursor) && (
        <Pager
          of="Answers"
          newer={cursor ? at({}) : undefined}
          older={next ? at({ cursor: next }) : undefined}
          end="That was the first one."
        />
      )}
    </section>
  );
}

/** People leave out what every address begins with. */
const whole = (written: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`);

async function answersTo(url: string, cursor: string | undefined) {
  const call = await api();
  try {
    return await call.articles.answers({ url: whole(url), cursor });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST")
      return { refused: sentenceFor(error).problem ?? "" };
    throw error;
  }
}
