import { PassThrough } from "node:stream";
import { DrizzleQueryError } from "drizzle-orm";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { manners } from "./log";

function logged(entry: object): string {
  const stream = new PassThrough();
  pino(manners, stream).error(entry, "it broke");
  return String(stream.read());
}

describe("an error in the log", () => {
  test("of the database tells the statement and what was wrong, and none of what was to be kept", () => {
    const row = "Failing row contains (ada@engine.example, $argon2id$secret).";
    const said = Object.assign(new Error("null value"), { code: "23502", table: "identities", detail: row });
    const error = new DrizzleQueryError("insert into identities", ["ada@engine.example", "$argon2id$secret"], said);
    for (const err of [error, new Error("a job broke", { cause: error })]) {
      const line = logged({ err });
      for (const told of ["insert into identities", "null value", "23502", "log.test.ts"]) expect(line).toContain(told);
      for (const secret of ["ada@engine.example", "argon2id"]) expect(line).not.toContain(secret);
    }
  });

  test("names the page, and none of the tokens that its address held", () => {
    const token = "S3cretS3cretS3cretS3cretS3cretS3cretS3cret1";
    for (const path of [`/enter/mail?token=${token}&to=/feed`, `/first/${token}`, `/api/trpc/x?input=${token}`]) {
      const line = logged({ path });
      expect(line).toContain(path.split(/[?/]/)[1]);
      expect(line).not.toContain(token);
    }
  });
});
