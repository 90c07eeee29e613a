import { timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "../ids";

/** A UUIDv7, made by us so that every PostgreSQL from 15 on will do. */
export const id = () => uuid().primaryKey().$defaultFn(newId);

/** An instant, with its zone. */
export const at = () => timestamp({ withTimezone: true, mode: "date" });
