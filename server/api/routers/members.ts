import * as commands from "../../domain/members/commands";
import * as input from "../../domain/members/input";
import * as queries from "../../domain/members/queries";
import * as moderation from "../../domain/moderation/commands";
import { asAnyone, asMember, asModerator, asOwner, router } from "../trpc";

export const members = router({
  byHandle: asAnyone.input(input.handleRef).query(({ ctx, input }) => queries.memberByHandle(ctx, input)),
  me: asMember.query(({ ctx }) => queries.myself(ctx)),
  changeProfile: asMember.input(input.profile).mutation(({ ctx, input }) => commands.changeProfile(ctx, input)),
  changeHandle: asMember
    .input(input.place.pick({ handle: true }))
    .mutation(({ ctx, input }) => commands.changeHandle(ctx, input)),
  switchKeys: asMember.input(input.keysSwitch).mutation(({ ctx, input }) => commands.switchKeys(ctx, input)),
  settleIn: asMember.input(input.place).mutation(({ ctx, input }) => commands.settleIn(ctx, input)),
  suspend: asModerator.input(input.suspension).mutation(({ ctx, input }) => moderation.suspendMember(ctx, input)),
  restore: asModerator.input(input.memberRef).mutation(({ ctx, input }) => moderation.restoreMember(ctx, input)),
  changeRole: asOwner.input(input.roleChange).mutation(({ ctx, input }) => moderation.changeRole(ctx, input)),
});
