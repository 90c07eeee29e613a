import { z } from "zod";
import { page } from "../../domain/cursor";
import * as commands from "../../domain/posts/commands";
import {
  changedPost,
  handle,
  legacyPath,
  newPost,
  plan,
  postRef,
  previewed,
  tagSlug,
  versionRef,
} from "../../domain/posts/input";
import * as queries from "../../domain/posts/queries";
import { asAnyone, asMember, router } from "../trpc";

const ofMember = page.extend({ handle });
const tagged = page.extend({ slug: tagSlug });
const latest = z.object({
  limit: z.number().int().min(1).max(100).default(30),
  handle: handle.optional(),
  tag: tagSlug.optional(),
});

export const posts = router({
  front: asAnyone.input(page).query(({ ctx, input }) => queries.frontPage(ctx, input)),
  byKey: asAnyone.input(postRef).query(({ ctx, input }) => queries.postByKey(ctx, input)),
  byLegacyPath: asAnyone.input(legacyPath).query(({ ctx, input }) => queries.addressByLegacyPath(ctx, input)),
  ofMember: asAnyone.input(ofMember).query(({ ctx, input }) => queries.postsOf(ctx, input)),
  tagged: asAnyone.input(tagged).query(({ ctx, input }) => queries.postsTagged(ctx, input)),
  latest: asAnyone.input(latest).query(({ ctx, input }) => queries.latestPosts(ctx, input)),
  drafts: asMember.input(page).query(({ ctx, input }) => queries.draftsOf(ctx, input)),
  planned: asMember.input(page).query(({ ctx, input }) => queries.plannedPosts(ctx, input)),
  toPlan: asMember.input(postRef).query(({ ctx, input }) => queries.postToPlan(ctx, input)),
  plan: asMember.input(plan).mutation(({ ctx, input }) => commands.planPost(ctx, input)),
  unplan: asMember.input(postRef).mutation(({ ctx, input }) => commands.unplanPost(ctx, input)),
  versions: asAnyone
    .input(page.extend({ key: postRef.shape.key }))
    .query(({ ctx, input }) => queries.versionsOf(ctx, input)),
  version: asAnyone.input(versionRef).query(({ ctx, input }) => queries.versionOf(ctx, input)),
  restoreVersion: asMember.input(versionRef).mutation(({ ctx, input }) => commands.restoreVersion(ctx, input)),
  hideVersion: asMember.input(versionRef).mutation(({ ctx, input }) => commands.hideVersion(ctx, input)),
  showVersion: asMember.input(versionRef).mutation(({ ctx, input }) => commands.showVersion(ctx, input)),
  tags: asAnyone.query(({ ctx }) => queries.allTags(ctx)),
  room: asAnyone.query(({ ctx }) => queries.roomToWrite(ctx)),
  toEdit: asMember.input(postRef).query(({ ctx, input }) => queries.postToEdit(ctx, input)),
  toDelete: asMember.input(postRef).query(({ ctx, input }) => queries.postToDelete(ctx, input)),
  write: asMember.input(newPost).mutation(({ ctx, input }) => commands.writePost(ctx, input)),
  edit: asMember.input(changedPost).mutation(({ ctx, input }) => commands.editPost(ctx, input)),
  delete: asMember.input(postRef).mutation(({ ctx, input }) => commands.deletePost(ctx, input)),
  undoDelete: asMember.input(postRef).mutation(({ ctx, input }) => commands.undoDeletePost(ctx, input)),
  pin: asMember.input(postRef).mutation(({ ctx, input }) => commands.pinPost(ctx, { ...input, place: "author" })),
  unpin: asMember.input(postRef).mutation(({ ctx, input }) => commands.unpinPost(ctx, { ...input, place: "author" })),
  preview: asMember.input(previewed).mutation(({ ctx, input }) => commands.previewWords(ctx, input)),
});
