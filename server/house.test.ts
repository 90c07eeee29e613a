import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

type Storey = { on: string[]; types?: string[] };

/** Who may lean on whom, top storey first. `types` may be named but never run. */
const storeys: Record<string, Storey> = {
  app: { on: ["app", "components", "server/api", "server/auth", "input"] },
  components: { on: ["components", "input"], types: ["server/api", "reasons"] },
  "server/api": { on: ["server/api", "server/domain", "server/platform", "server/context", "input"] },
  "server/auth": { on: ["server/auth", "server/domain", "server/platform", "server/context", "input"] },
  "server/jobs": { on: ["server/jobs", "server/domain", "server/platform", "server/context", "db", "input"] },
  "server/cli": {
    on: [
      "server/cli",
      "server/api",
      "server/jobs",
      "server/domain",
      "server/platform",
      "server/context",
      "db",
      "input",
    ],
  },
  "server/http": {
    on: ["server/http", "server/api", "server/auth", "server/jobs", "server/platform", "server/context", "db"],
  },
  "server/context": { on: ["server/domain", "server/platform", "db"] },
  "server/domain": { on: ["server/domain", "server/platform", "db", "input"] },
  "server/platform": { on: ["server/platform"] },
  input: { on: ["input"] },
  db: { on: ["db"] },
};

/** Nouns, lowest first. A noun may know those before it, never those after. */
const nouns = [
  "settings",
  "mails",
  "members",
  "identities",
  "connections",
  "posts",
  "visits",
  "comments",
  "guests",
  "quotes",
  "drafts",
  "pictures",
  "articles",
  "sites",
  "reactions",
  "door",
  "moderation",
  "subscriptions",
  "notifications",
  "search",
  "feed",
  "syndication",
  "digests",
  "imports",
  "exports",
];

const home = join(import.meta.dirname, "..");

describe("the house", () => {
  test("leans only downwards, in every import of every file", () => {
    const { files, imports, violations } = inspect(home);
    console.info(`The house: ${files} files and ${imports} imports looked at`);
    expect(violations).toEqual([]);
    expect(files).toBeGreaterThan(30);
    expect(imports).toBeGreaterThan(files);
  });

  test.each([
    ["server/domain/posts/queries.ts", 'import { x } from "#/server/api/root";'],
    ["server/domain/posts/queries.ts", 'export { x } from "../comments/queries";'],
    ["server/domain/posts/queries.ts", 'const x = await import("#/components/ui/button");'],
    ["components/posts/post.tsx", 'import { root } from "#/server/api/root";'],
    ["app/page.tsx", 'import { posts } from "#/db/schema/posts";'],
    ["db/client.ts", 'import { x } from "../server/platform/log";'],
    ["server/domain/posts/input.ts", 'import { x } from "./commands";'],
    ["server/platform/log.ts", 'import { x } from "#/server/domain/policy";'],
  ])("would notice %s saying %s", (file, line) => {
    const place = mkdtempSync(join(tmpdir(), "house-"));
    try {
      mkdirSync(dirname(join(place, file)), { recursive: true });
      writeFileSync(join(place, file), `${line}\n`);
      expect(inspect(place).violations).toHaveLength(1);
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  test("lets a component name a type of the api", () => {
    const place = mkdtempSync(join(tmpdir(), "house-"));
    mkdirSync(join(place, "components"), { recursive: true });
    writeFileSync(join(place, "components/x.tsx"), 'import type { Api } from "#/server/api/types";\n');
    expect(inspect(place)).toMatchObject({ files: 1, imports: 1, violations: [] });
    rmSync(place, { recursive: true });
  });
});

/** Reads every import below a folder and lists those that lean the wrong way. */
function inspect(root: string) {
  const files = globSync("{app,components,server,db}/**/*.{ts,tsx}", { cwd: root }).filter(
    (file) => !/\.test\.tsx?$|^server\/testing\/|\.config\.ts$/.test(file),
  );
  const imports = files.flatMap((file) => importsOf(root, file).map((to) => ({ file, ...to })));
  const violations = imports.filter((it) => !mayLean(it)).map(({ file, target }) => `${file} → ${target}`);
  return { files: files.length, imports: imports.length, violations };
}

function mayLean({ file, target, typeOnly }: { file: string; target: string; typeOnly: boolean }) {
  const rule = storeys[storeyOf(file) ?? ""];
  const there = typeOnly && /^server\/domain\/\w+\/errors$/.test(target) ? "reasons" : storeyOf(target);
  if (!rule || !there) return true;
  const named = there === "reasons" ? ["reasons", "server/domain"] : [there];
  const allowed = named.some((it) => rule.on.includes(it) || (typeOnly && (rule.types ?? []).includes(it)));
  return allowed && !(rankOf(target) > rankOf(file));
}

function importsOf(root: string, file: string) {
  const text = readFileSync(join(root, file), "utf8");
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
  return [
    ...staticImports.map((i) => ({
      to: i.moduleRequest.value,
      typeOnly:
        (i.entries.length > 0 && i.entries.every((e) => e.isType)) || /^import type\b/.test(text.slice(i.start, i.end)),
    })),
    ...staticExports.flatMap((x) =>
      x.entries.filter((e) => e.moduleRequest).map((e) => ({ to: e.moduleRequest?.value ?? "", typeOnly: e.isType })),
    ),
    ...dynamicImports.map((d) => ({
      to: text.slice(d.moduleRequest.start + 1, d.moduleRequest.end - 1),
      typeOnly: false,
    })),
  ].map(({ to, typeOnly }) => ({ target: resolve(file, to), typeOnly }));
}

function resolve(file: string, to: string) {
  if (to.startsWith("#/")) return to.slice(2);
  return to.startsWith(".") ? normalize(join(dirname(file), to)) : to;
}

/** Two files of a noun may be named from above: what it accepts, and (its types) how it says no. */
function storeyOf(path: string) {
  if (/^server\/domain\/\w+\/input(\.ts)?$/.test(path)) return "input";
  return Object.keys(storeys).find((it) => path === it || path.startsWith(`${it}/`) || path.startsWith(`${it}.`));
}

/** A noun's place in the order; the domain's own shared files stand under all of them. */
function rankOf(path: string) {
  if (storeyOf(path) !== "server/domain") return Number.NaN;
  return nouns.indexOf(/^server\/domain\/(\w+)\//.exec(path)?.[1] ?? "");
}
