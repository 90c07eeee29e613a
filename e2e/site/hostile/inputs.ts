import { z } from "zod";

/** One procedure as `kith api --json` prints it. */
export const procedure = z.object({
  path: z.string(),
  kind: z.enum(["query", "mutation"]),
  who: z.enum(["anyone", "member", "moderator", "owner"]),
  input: z.unknown(),
});
export type Procedure = z.infer<typeof procedure>;

type Schema = {
  type?: string | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  minimum?: number | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  anyOf?: Schema[] | undefined;
  items?: Schema | undefined;
  properties?: Record<string, Schema> | undefined;
};

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    minimum: z.number().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    anyOf: z.array(schema).optional(),
    items: schema.optional(),
    properties: z.record(z.string(), schema).optional(),
  }),
);

/** Values nobody's form sends: of each kind that JSON has, too long, too deep, too far, and with names of the language's own. */
export const odd: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  "",
  "\0",
  "a\0b",
  "\ud800",
  "0000000000",
  "' or 1=1 --",
  "x".repeat(10_000),
  0,
  -1,
  0.5,
  1e308,
  -8.64e15,
  8.64e15,
  9007199254740993,
  "-271821-04-20T00:00:00.000Z",
  "+275760-09-13T00:00:00.000Z",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  { toString: 1, valueOf: 1 },
  { length: 1e9 },
  Array.from({ length: 1000 }, () => "a"),
  JSON.parse('{"__proto__":{"role":"owner"},"constructor":{"prototype":{"role":"owner"}}}'),
  JSON.parse(`${"[".repeat(1000)}${"]".repeat(1000)}`),
  // Cursors in the shape of ours, at the ends of time.
  ...[-8.64e15, 8.64e15, -62_135_596_800_001, 253_402_300_800_000, 0].map((at) =>
    Buffer.from(JSON.stringify([at, "01900000-0000-7000-8000-000000000000"])).toString("base64url"),
  ),
];

/** An input that fits a procedure, and the same with each of its fields in turn made odd. */
export function oddInputs({ input }: Procedure): unknown[] {
  if (input === null) return [...odd.slice(0, 5)];
  const read = schema.parse(input);
  return [...odd, ...variants(read)];
}

function example({
  type,
  format,
  pattern,
  minimum,
  enum: choices,
  const: only,
  anyOf,
  items,
  properties,
}: Schema): unknown {
  if (only !== undefined) return only;
  if (choices) return choices[0];
  if (anyOf?.[0]) return example(anyOf[0]);
  if (properties) return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, example(one)]));
  if (type === "array") return items ? [example(items)] : [];
  if (type === "boolean") return false;
  if (type === "integer" || type === "number") return minimum ?? 1;
  if (format === "uuid") return "01900000-0000-7000-8000-000000000000";
  return pattern ? "0000000000" : "words";
}

function variants(read: Schema): unknown[] {
  if (read.anyOf) return read.anyOf.flatMap(variants);
  if (read.type === "array" && read.items)
    return [...odd.map((one) => [one]), ...variants(read.items).map((one) => [one])];
  const { properties } = read;
  if (!properties) return [];
  const whole = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, example(one)]));
  return Object.entries(properties).flatMap(([name, one]) =>
    [...odd, ...variants(one)].map((value) => ({ ...whole, [name]: value })),
  );
}
