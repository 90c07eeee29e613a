import { Client } from "pg";
import { openEmbedded, StartRefused } from "../embedded";

/**
 * What the tests run as a process of its own: opens the folder in argv, says what it got as one line of JSON, and
 * closes when its input ends. A refusal is said as `{ refused }`.
 */
try {
  const { url, startedHere, dataFolder, close } = await openEmbedded({ folder: process.argv[2] ?? "" });
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("create table if not exists visits (pid int)");
  await client.query("insert into visits values ($1)", [process.pid]);
  const { rows } = await client.query(
    "select count(*)::int as visits, inet_server_addr() is null as by_socket from visits",
  );
  await client.end();
  const { visits, by_socket: bySocket } = rows[0];
  process.stdout.write(`${JSON.stringify({ startedHere, dataFolder, visits, bySocket })}\n`);
  process.stdin.resume().on("end", () => void close());
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.sentence })}\n`);
}
