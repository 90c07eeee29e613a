CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"comment_id" uuid,
	"level" text NOT NULL,
	"before" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_subscription_each" UNIQUE NULLS NOT DISTINCT("member_id","post_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "thread_letters" (
	"member_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"mail_id" uuid,
	CONSTRAINT "thread_letters_member_id_post_id_pk" PRIMARY KEY("member_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "thread_news" (
	"member_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_news_member_id_comment_id_pk" PRIMARY KEY("member_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "wishes" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"own_posts" text DEFAULT 'everything' NOT NULL,
	"where_i_write" text DEFAULT 'replies' NOT NULL,
	"by_mail" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_keys" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "about" jsonb;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_letters" ADD CONSTRAINT "thread_letters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_letters" ADD CONSTRAINT "thread_letters_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_letters" ADD CONSTRAINT "thread_letters_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_news" ADD CONSTRAINT "thread_news_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_news" ADD CONSTRAINT "thread_news_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_news" ADD CONSTRAINT "thread_news_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_keys" ADD CONSTRAINT "feed_keys_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subscriptions_to_post" ON "subscriptions" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "subscriptions_to_branch" ON "subscriptions" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "subscriptions_newest" ON "subscriptions" USING btree ("member_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "letters_by_post" ON "thread_letters" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "letters_by_mail" ON "thread_letters" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "news_of_thread" ON "thread_news" USING btree ("member_id","post_id");--> statement-breakpoint
CREATE INDEX "news_by_post" ON "thread_news" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "news_by_comment" ON "thread_news" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "news_oldest" ON "thread_news" USING btree ("made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_keys_token" ON "feed_keys" USING btree ("token_hash");