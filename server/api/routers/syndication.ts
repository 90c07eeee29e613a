import * as commands from "../../domain/syndication/commands";
import { feedToken, sitemapPart } from "../../domain/syndication/input";
import { hubState } from "../../domain/syndication/hub/queries";
import * as queries from "../../domain/syndication/queries";
import * as sitemaps from "../../domain/syndication/sitemap";
import { asAnyone, asMember, asOwner, router } from "../trpc";

export const syndication = router({
  mine: asMember.query(({ ctx }) => queries.feedKeyOf(ctx)),
  renew: asMember.mutation(({ ctx }) => commands.renewFeedKey(ctx)),
  end: asMember.mutation(({ ctx }) => commands.endFeedKey(ctx)),
  posts: asAnyone.input(feedToken).query(({ ctx, input }) => queries.postsFor(ctx, input)),
  sitemaps: asAnyone.query(({ ctx }) => sitemaps.sitemaps(ctx)),
  sitemap: asAnyone.input(sitemapPart).query(({ ctx, input }) => sitemaps.sitemap(ctx, input)),
  hub: asOwner.query(({ ctx }) => hubState(ctx)),
  comments: asAnyone.input(feedToken).query(({ ctx, input }) => queries.commentsFor(ctx, input)),
});
