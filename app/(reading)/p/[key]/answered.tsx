import { ArticleCard } from "#/components/articles/article-card";
import { Submit } from "#/components/ui/submit";
import { api } from "../../../api";
import { askAgain } from "./actions";
import type { Post } from "./post";

/** The article a post answers; its author may have it read again. */
export async function Answered({ post: { key, answers } }: { post: Post }) {
  const article = answers ? await (await api()).articles.ofPost({ key }) : null;
  if (!article) return null;
  return (
    <ArticleCard article={article} answered>
      {article.can.askAgain && article.state !== "waiting" && (
        <form action={askAgain.bind(null, key)}>
          <Submit variant="quiet" small sending="Asking…">
            Read it again
          </Submit>
        </form>
      )}
    </ArticleCard>
  );
}
