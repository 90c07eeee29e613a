CREATE TABLE "post_pins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"author_id" uuid,
	"place" integer NOT NULL,
	"pinned_at" timestamp with time zone NOT NULL,
	"pinned_by_id" uuid,
	CONSTRAINT "one_pin_a_place" UNIQUE NULLS NOT DISTINCT("author_id","place"),
	CONSTRAINT "one_pin_a_post" UNIQUE NULLS NOT DISTINCT("post_id","author_id"),
	CONSTRAINT "places_begin_at_one" CHECK ("post_pins"."place" >= 1)
);
--> statement-breakpoint
CREATE TABLE "post_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"readable" text NOT NULL,
	"audience" text NOT NULL,
	"pictures" text[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"restores" integer,
	"hidden_at" timestamp with time zone,
	"withheld_at" timestamp with time zone,
	CONSTRAINT "revisions_begin_at_one" CHECK ("post_revisions"."nth" >= 1)
);
--> statement-breakpoint
CREATE TABLE "tag_aliases" (
	"slug" text PRIMARY KEY NOT NULL,
	"tag_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tag_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"from_slug" text NOT NULL,
	"from_name" text NOT NULL,
	"to_slug" text NOT NULL,
	"to_name" text NOT NULL,
	"tag_id" uuid,
	"moved" jsonb NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "comments_close_days" integer;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "comments_closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "planned_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "planned_zone" text;--> statement-breakpoint
ALTER TABLE "post_pins" ADD CONSTRAINT "post_pins_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_pins" ADD CONSTRAINT "post_pins_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_pins" ADD CONSTRAINT "post_pins_pinned_by_id_members_id_fk" FOREIGN KEY ("pinned_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_revisions" ADD CONSTRAINT "post_revisions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_aliases" ADD CONSTRAINT "tag_aliases_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_changes" ADD CONSTRAINT "tag_changes_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_changes" ADD CONSTRAINT "tag_changes_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_in_order" ON "post_revisions" USING btree ("post_id","nth");--> statement-breakpoint
CREATE INDEX "revisions_showing" ON "post_revisions" USING gin ("pictures") WHERE pictures <> '{}';--> statement-breakpoint
CREATE INDEX "aliases_of_tag" ON "tag_aliases" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "tag_changes_newest" ON "tag_changes" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "posts_planned" ON "posts" USING btree ("planned_for","id") WHERE planned_for is not null;--> statement-breakpoint
CREATE INDEX "posts_with_days" ON "posts" USING btree ("id") WHERE comments_close_days is not null or comments_closed_at is not null;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "planned_or_published" CHECK ("posts"."planned_for" is null or "posts"."published_at" is null);--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "days_are_days" CHECK ("posts"."comments_close_days" between 0 and 3650);