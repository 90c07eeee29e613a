import { Command } from "commander";
import { ownerLink } from "../domain/identities/first-owner";
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
