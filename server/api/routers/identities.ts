import { page } from "../../domain/cursor";
import * as commands from "../../domain/identities/commands";
import { ownerLinkState } from "../../domain/identities/first-owner";
import * as input from "../../domain/identities/input";
import * as queries from "../../domain/identities/queries";
import { villageHere } from "../../domain/identities/village";
import { keptMails } from "../../domain/mails/queries";
import { asAnyone, asMember, asOwner, router } from "../trpc";

export const identities = router({
  waysIn: asAnyone.query(({ ctx }) => queries.waysIn(ctx)),
  join: asAnyone.input(input.join).mutation(({ ctx, input }) => commands.join(ctx, input)),
  enter: asAnyone.input(input.entry).mutation(({ ctx, input }) => commands.enter(ctx, input)),
  askLink: asAnyone.input(input.linkAsked).mutation(({ ctx, input }) => commands.askLink(ctx, input)),
  mailedLink: asAnyone.input(input.linkShown).query(({ ctx, input }) => queries.mailedLink(ctx, input)),
  enterByLink: asAnyone.input(input.linkShown).mutation(({ ctx, input }) => commands.enterByLink(ctx, input)),
  ownerLink: asAnyone.input(input.linkShown).query(({ ctx, input }) => ownerLinkState(ctx, input)),
  becomeOwner: asAnyone.input(input.first).mutation(({ ctx, input }) => commands.becomeOwner(ctx, input)),
  signOut: asAnyone.mutation(({ ctx }) => commands.signOut(ctx)),
  sessions: asMember.query(({ ctx }) => queries.mySessions(ctx)),
  endSession: asMember.input(input.sessionRef).mutation(({ ctx, input }) => commands.endSession(ctx, input)),
  endOtherSessions: asMember.mutation(({ ctx }) => commands.endOtherSessions(ctx)),
  myWaysIn: asMember.query(({ ctx }) => queries.myWaysIn(ctx)),
  changePassword: asMember
    .input(input.passwordChange)
    .mutation(({ ctx, input }) => commands.changePassword(ctx, input)),
  askMailChange: asMember.input(input.mailChange).mutation(({ ctx, input }) => commands.askMailChange(ctx, input)),
  proofLink: asMember.input(input.linkShown).query(({ ctx, input }) => queries.proofLink(ctx, input)),
  proveMail: asMember.input(input.linkShown).mutation(({ ctx, input }) => commands.proveMail(ctx, input)),
  removeAccount: asMember.input(input.accountRef).mutation(({ ctx, input }) => commands.removeAccount(ctx, input)),
  village: asOwner.query(({ ctx }) => villageHere(ctx)),
  removeVillage: asOwner.input(input.farewell).mutation(({ ctx }) => commands.removeVillage(ctx)),
  mails: asOwner.input(page.default({ limit: 20 })).query(({ ctx, input }) => keptMails(ctx, input)),
});
