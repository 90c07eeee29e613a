import { handlers } from "#/server/auth/next-auth";

/** Where the provider sends people back to: the only one of NextAuth's addresses that is open. */
export const { GET } = handlers;
