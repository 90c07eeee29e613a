import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { nameServersFrom } from "./guarded-fetch/name-servers";
import { type PrivateHost, privateHostsFrom } from "./guarded-fetch/private-hosts";

const httpAddress = z.url({ protocol: /^https?$/, error: "must be an address like https://kith.example" });
const absent = z.literal("").transform(() => undefined);

const environment = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).catch("production"),
    PORT: z.coerce
      .number({ error: "must be a number" })
      .int()
      .min(0, "must be 0 to 65535")
      .max(65_535, "must be 0 to 65535")
      .default(3000),
    HOST: z.string().min(1).default("127.0.0.1"),
    KITH_DATA: z.string().min(1).default(".kith"),
    KITH_URL: absent.or(httpAddress.transform((url) => new URL(url).origin)).optional(),
    KITH_PROXIES: z.coerce
      .number({ error: "must be a number" })
      .int()
      .min(0, "must be 0 to 10")
      .max(10, "must be 0 to 10")
      .default(0),
    KITH_PRIVATE_HOSTS: z
      .string()
      .default("")
      .transform((list, issues) => {
        const hosts = privateHostsFrom(list);
        if (!hosts) issues.addIssue({ code: "custom", message: "must be hosts like blog.intranet, 10.0.0.7:8080" });
        return hosts ?? [];
      }),
    KITH_NAME_SERVERS: z
      .string()
      .default("")
      .transform((list, issues) => {
        const servers = nameServersFrom(list);
        if (!servers) issues.addIssue({ code: "custom", message: "must be addresses like 10.0.0.53, [fd00::53]:5353" });
        return servers ?? [];
      }),
    DATABASE_URL: absent.or(z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://")).optional(),
    AUTH_SECRET: absent.or(z.string().min(32, "must have at least 32 characters")).optional(),
    SMTP_URL: absent.or(z.string().regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")).optional(),
    MAIL_FROM: absent.or(z.string().min(3)).optional(),
    OIDC_ISSUER: absent.or(httpAddress).optional(),
    OIDC_CLIENT_ID: absent.or(z.string()).optional(),
    OIDC_CLIENT_SECRET: absent.or(z.string()).optional(),
    OIDC_NAME: z.string().min(1).max(40).default("your organisation"),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .superRefine((env, issues) => {
    if (env.OIDC_ISSUER && !(env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET)) {
      issues.addIssue({
        code: "custom",
        path: ["OIDC_ISSUER"],
        message: "needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it",
      });
    }
  });

/** What the operator set, read once at boot. */
export type Config = {
  production: boolean;
  port: number;
  host: string;
  /** The data folder, as an absolute path. */
  data: string;
  /** The public address of the site, without a slash at the end. Every link we send is built on it. */
  url: string;
  /** How many proxies of ours stand in front: so many entries of X-Forwarded-For are believed. */
  proxies: number;
  /** Hosts of the operator's own that may be asked although their address is private. */
  privateHosts: readonly PrivateHost[];
  /** The name servers that are asked about other people's hosts; none means those of the system. */
  nameServers: readonly string[];
  databaseUrl: string | undefined;
  secret: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  logLevel: string;
};

/** Every setting that is wrong, one to a line. */
export class WrongSettings extends Error {
  constructor(problems: string[]) {
    super(["These settings are wrong:", ...problems.map((problem) => `  ${problem}`)].join("\n"));
    this.name = "WrongSettings";
  }
}

/** Reads the settings from an environment; throws `WrongSettings` naming each one that is wrong. */
export function readConfig(from: Record<string, string | undefined> = process.env): Config {
  const read = environment.safeParse(from);
  if (!read.success) {
    throw new WrongSettings(read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
  }
  const env = read.data;
  const data = resolve(env.KITH_DATA);
  const url = urlOf(env);
  return {
    production: env.NODE_ENV === "production",
    port: env.PORT,
    host: env.HOST,
    data,
    url,
    proxies: env.KITH_PROXIES,
    privateHosts: env.KITH_PRIVATE_HOSTS,
    nameServers: env.KITH_NAME_SERVERS,
    databaseUrl: env.DATABASE_URL,
    secret: env.AUTH_SECRET ?? keptSecret(data),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? `Kith <kith@${new URL(url).hostname}>`,
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            name: env.OIDC_NAME,
          }
        : undefined,
    logLevel: env.LOG_LEVEL,
  };
}

const urlOf = ({ KITH_URL, PORT }: z.infer<typeof environment>): string => KITH_URL ?? `http://localhost:${PORT}`;

/** The secret of this site: made on the first start and kept in the data folder, readable by its owner only. */
function keptSecret(data: string): string {
  const file = join(data, "auth-secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(data, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  try {
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // Another Kith on this folder was quicker: its secret is the one.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}

const shared = globalThis as typeof globalThis & { kithConfig?: Config };

/** The settings of this process. Next's bundle and the server's share them. */
export const config = (): Config => {
  shared.kithConfig ??= readConfig();
  return shared.kithConfig;
};

/** The address of this site, for what needs no other setting: reading them all makes a secret where there is none. */
export const siteUrl = (): string => shared.kithConfig?.url ?? urlOf(environment.parse(process.env));
