CREATE TABLE "banned_hosts" (
	"host" text PRIMARY KEY NOT NULL,
	"banned_at" timestamp with time zone NOT NULL,
	"banned_by_id" uuid
);
--> statement-breakpoint
CREATE TABLE "comment_links" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid,
	"post_id" uuid,
	"clicks" integer DEFAULT 0 NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by_id" uuid,
	CONSTRAINT "links_one_thing" CHECK (num_nonnulls("comment_links"."item_id", "comment_links"."post_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "settled_comments" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"settled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"written_at" timestamp with time zone,
	"place" integer
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid,
	"address" text NOT NULL,
	"host" text NOT NULL,
	"feed" text,
	"title" text DEFAULT '' NOT NULL,
	"etag" text,
	"last_modified" text,
	"asked_at" timestamp with time zone,
	"found_at" timestamp with time zone,
	"problem" text,
	"token" text NOT NULL,
	"proven_at" timestamp with time zone,
	"proven_by" text,
	"looked_at" timestamp with time zone,
	"none_since" timestamp with time zone,
	CONSTRAINT "one_site_each" UNIQUE NULLS NOT DISTINCT("member_id","address")
);
--> statement-breakpoint
ALTER TABLE "banned_hosts" ADD CONSTRAINT "banned_hosts_banned_by_id_members_id_fk" FOREIGN KEY ("banned_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_links" ADD CONSTRAINT "comment_links_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_links" ADD CONSTRAINT "comment_links_item_id_site_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."site_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_links" ADD CONSTRAINT "comment_links_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_links" ADD CONSTRAINT "comment_links_removed_by_id_members_id_fk" FOREIGN KEY ("removed_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settled_comments" ADD CONSTRAINT "settled_comments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_items" ADD CONSTRAINT "site_items_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "links_to_item" ON "comment_links" USING btree ("item_id") WHERE item_id is not null;--> statement-breakpoint
CREATE INDEX "links_to_post" ON "comment_links" USING btree ("post_id") WHERE post_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "items_once" ON "site_items" USING btree ("site_id","url");--> statement-breakpoint
CREATE INDEX "items_in_order" ON "site_items" USING btree ("site_id","place");--> statement-breakpoint
CREATE INDEX "sites_by_host" ON "sites" USING btree ("host");--> statement-breakpoint
CREATE INDEX "sites_proven" ON "sites" USING btree ("looked_at") WHERE proven_at is not null;