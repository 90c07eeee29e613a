CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"address" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"excerpt" text DEFAULT '' NOT NULL,
	"written_at" timestamp with time zone,
	"ask_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"fetched_at" timestamp with time zone,
	"failed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"member_id" uuid,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"moving" boolean DEFAULT false NOT NULL,
	"widths" integer[] NOT NULL,
	"bytes" bigint NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"unused_since" timestamp with time zone,
	"erased_at" timestamp with time zone,
	CONSTRAINT "a_picture_has_a_size" CHECK ("pictures"."width" > 0 and "pictures"."height" > 0)
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "pictures" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "links" text[];--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "pictures" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "links" text[];--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "article_id" uuid;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "articles_url" ON "articles" USING btree ("url");--> statement-breakpoint
CREATE INDEX "articles_to_ask" ON "articles" USING btree ("ask_at") WHERE ask_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "pictures_key" ON "pictures" USING btree ("key");--> statement-breakpoint
CREATE INDEX "pictures_of_member" ON "pictures" USING btree ("member_id","made_at","id");--> statement-breakpoint
CREATE INDEX "pictures_unused" ON "pictures" USING btree ("unused_since") WHERE unused_since is not null;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_showing" ON "comments" USING gin ("pictures") WHERE pictures <> '{}';--> statement-breakpoint
CREATE INDEX "comments_linking" ON "comments" USING gin ("links") WHERE links <> '{}';--> statement-breakpoint
CREATE INDEX "comments_unlinked" ON "comments" USING btree ("id") WHERE links is null;--> statement-breakpoint
CREATE INDEX "posts_showing" ON "posts" USING gin ("pictures") WHERE pictures <> '{}';--> statement-breakpoint
CREATE INDEX "posts_linking" ON "posts" USING gin ("links") WHERE links <> '{}';--> statement-breakpoint
CREATE INDEX "posts_unlinked" ON "posts" USING btree ("id") WHERE links is null;--> statement-breakpoint
CREATE INDEX "posts_of_article" ON "posts" USING btree ("article_id") WHERE article_id is not null;