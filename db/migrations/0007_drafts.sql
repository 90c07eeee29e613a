CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"place" text NOT NULL,
	"post_id" uuid,
	"form" uuid NOT NULL,
	"words" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"turn" integer DEFAULT 1 NOT NULL,
	"other" jsonb,
	"other_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid,
	"post_id" uuid,
	"of_comment_id" uuid,
	"of_post_id" uuid,
	"hash" text NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "quoted_in_one_place" CHECK (num_nonnulls("quotes"."comment_id", "quotes"."post_id") = 1),
	CONSTRAINT "said_in_one_place" CHECK (num_nonnulls("quotes"."of_comment_id", "quotes"."of_post_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_of_comment_id_comments_id_fk" FOREIGN KEY ("of_comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_of_post_id_posts_id_fk" FOREIGN KEY ("of_post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "draft_at_a_place" ON "drafts" USING btree ("member_id","place");--> statement-breakpoint
CREATE INDEX "drafts_newest" ON "drafts" USING btree ("member_id","saved_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "drafts_ended" ON "drafts" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "quotes_in_comment" ON "quotes" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "quotes_in_post" ON "quotes" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "quotes_of_comment" ON "quotes" USING btree ("of_comment_id");--> statement-breakpoint
CREATE INDEX "quotes_of_post" ON "quotes" USING btree ("of_post_id");