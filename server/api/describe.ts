import { z } from "zod";
import { root } from "./root";
import type { Door } from "./trpc";

/** One procedure: how it is called, who may call it, and the JSON Schema of what it takes (null for nothing). */
export type Described = { path: string; kind: "query" | "mutation"; who: Door["who"]; input: unknown };

type Procedure = { _def: { type: string; meta?: Partial<Door>; inputs?: unknown[] } };

/** Every procedure of the api, by name. */
export function describeApi(): Described[] {
  return Object.entries<unknown>(root._def.procedures)
    .flatMap(([path, it]) => (isProcedure(it) ? [[path, it] as const] : []))
    .map(([path, { _def }]) => ({
      path,
      kind: _def.type === "mutation" ? ("mutation" as const) : ("query" as const),
      who: _def.meta?.who ?? "anyone",
      input: inputOf(_def.inputs ?? []),
    }))
    .toSorted((a, b) => a.path.localeCompare(b.path, "en"));
}

const isProcedure = (it: unknown): it is Procedure => typeof it === "function" && "_def" in it;

function inputOf(inputs: readonly unknown[]): unknown {
  const schemas = inputs.filter((input) => input instanceof z.ZodType);
  const [only] = schemas;
  if (!only) return null;
  const { $schema: _, ...schema } = z.toJSONSchema(
    schemas.length === 1 ? only : z.intersection(only, schemas[1] ?? z.any()),
    {
      io: "input",
      unrepresentable: "any",
    },
  );
  return schema;
}

const callers = { anyone: "anyone", member: "members", moderator: "moderators and owners", owner: "owners" } as const;

/** The api as a page: docs/api.md is exactly this. */
export function apiAsMarkdown(all: readonly Described[]): string {
  const head = [
    "# The api",
    "",
    "Made by `npm run kith -- api --markdown > docs/api.md`; a test keeps it true.",
    "",
    "Queries are `GET /api/trpc/NAME?input=JSON`, mutations `POST /api/trpc/NAME` with a JSON body. A browser's session",
    "cookie says who calls. A refusal carries `error.data.refusal.because`, a word from `server/domain/*/errors.ts`.",
  ];
  const parts = all.map(({ path, kind, who, input }) =>
    [
      "",
      `## ${path}`,
      "",
      `A ${kind} for ${callers[who]}.${input ? "" : " It takes nothing."}`,
      ...(input ? ["", "```json", JSON.stringify(input, null, 2), "```"] : []),
    ].join("\n"),
  );
  return `${[...head, ...parts].join("\n")}\n`;
}
