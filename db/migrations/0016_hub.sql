CREATE TABLE "hub_topics" (
	"path" text PRIMARY KEY NOT NULL,
	"hub" text NOT NULL,
	"changes" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"tell_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text,
	"status" integer
);
--> statement-breakpoint
CREATE INDEX "hub_topics_waiting" ON "hub_topics" USING btree ("tell_at") WHERE tell_at is not null;