import { contextFor } from "../context";
import { findLinks, forgetArticles } from "../domain/articles/commands";
import { eraseDeletedComments } from "../domain/comments/commands";
import { expireRequests } from "../domain/connections/commands";
import { emptyDiscarded, forgetEndedDrafts } from "../domain/drafts/commands";
import { forgetGuestWords } from "../domain/guests/commands";
import { forgetOldSessions } from "../domain/identities/commands";
import { forgetOldMails } from "../domain/mails/commands";
import { wakeHandles } from "../domain/members/resting";
import { erasePictures } from "../domain/pictures/commands";
import { eraseDeletedPosts } from "../domain/posts/commands";
import { forgetOldNews } from "../domain/subscriptions/news";
import { forgetTopics } from "../domain/syndication/hub/tell";
import { forgetOldEvents } from "../domain/settings/tidy";
import { forgetGuestSites, lookForProofsAgain } from "../domain/sites/commands";

/** Once an hour: what was deleted long enough ago is erased, what is over ends, what nobody needs goes. */
export async function tidy(): Promise<void> {
  const ctx = contextFor(null);
  await eraseDeletedPosts(ctx);
  await eraseDeletedComments(ctx);
  await erasePictures(ctx);
  await findLinks(ctx);
  await forgetArticles(ctx);
  await forgetGuestWords(ctx);
  await expireRequests(ctx);
  await emptyDiscarded(ctx);
  await forgetEndedDrafts(ctx);
  await forgetOldSessions(ctx);
  await forgetOldMails(ctx);
  await wakeHandles(ctx);
  await forgetOldNews(ctx);
  await forgetTopics(ctx);
  await forgetOldEvents(ctx);
  await forgetGuestSites(ctx);
  await lookForProofsAgain(ctx);
}
