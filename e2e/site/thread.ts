import { open } from "#/db/client";
import { openEmbedded } from "#/db/embedded";
import { members } from "#/db/schema/members";
import { makeThread } from "#/server/testing/long-thread";
import { dataOfSite } from "../person";

/** Puts a long conversation into the site under test, whose database answers a second comer as well. */
export async function withThread(comments: number, until = new Date()) {
  const server = await openEmbedded({ folder: dataOfSite() });
  const { db, close } = open(server.url, { most: 2 });
  try {
    const people = await db.select({ id: members.id }).from(members);
    const authors = people.map(({ id }) => id);
    return await makeThread(db, { title: `A conversation of ${comments}`, comments, authors, until });
  } finally {
    await close();
    await server.close();
  }
}
