import { Argument, Command } from "commander";
import { ownerLink } from "../domain/identities/first-owner";
import { appoint } from "../domain/moderation/commands";
import { config } from "../platform/config";
import { withSite } from "./database";
import { say } from "./speak";

/** `kith owner-link`: a way in for the first owner. */
export const people = new Command("owner-link")
  .description("makes a new one-time link for the first owner of a site that has none")
  .action(async () => {
    const path = await withSite(ownerLink);
    if (!path) throw new Error("This site has an owner already.");
    say(`${config().url}${path}`);
  });

/** `kith role HANDLE ROLE`: makes somebody owner, moderator or member, when no owner can do it on the site. */
export const role = new Command("role")
  .description("gives somebody a role: the way back when no owner can sign in")
  .argument("<handle>", "whose")
  .addArgument(new Argument("<role>", "which").choices(["owner", "moderator", "member"]))
  .action(async (handle: string, role: "owner" | "moderator" | "member") => {
    await withSite((ctx) => appoint(ctx, { handle: handle.replace(/^@/, "").toLowerCase(), role }));
    say(`${handle} is ${role} now`);
  });
