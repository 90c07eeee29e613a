import { page } from "../../domain/cursor";
import * as commands from "../../domain/notifications/commands";
import { notificationRef, upTo } from "../../domain/notifications/input";
import * as queries from "../../domain/notifications/queries";
import { asMember, router } from "../trpc";

export const notifications = router({
  list: asMember.input(page).query(({ ctx, input }) => queries.notificationsOf(ctx, input)),
  read: asMember.input(notificationRef).mutation(({ ctx, input }) => commands.markRead(ctx, input)),
  readAll: asMember.input(upTo).mutation(({ ctx, input }) => commands.markAllRead(ctx, input)),
});
