CREATE TABLE "comment_parts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"source" text NOT NULL,
	"html" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"once_key" uuid,
	CONSTRAINT "parts_begin_at_one" CHECK ("comment_parts"."nth" >= 1)
);
--> statement-breakpoint
CREATE TABLE "comment_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"part" integer DEFAULT 1 NOT NULL,
	"source" text NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	"replaced_by_id" uuid,
	"withheld_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "guest_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"mail" text NOT NULL,
	"site" text,
	"source" text NOT NULL,
	"token_hash" text NOT NULL,
	"once_key" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mail" text NOT NULL,
	"proven_at" timestamp with time zone NOT NULL,
	"trusted_at" timestamp with time zone,
	"member_id" uuid
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "guest_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "parts" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "continued_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "pinned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "pinned_by_id" uuid;--> statement-breakpoint
ALTER TABLE "comment_parts" ADD CONSTRAINT "comment_parts_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_replaced_by_id_members_id_fk" FOREIGN KEY ("replaced_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_words" ADD CONSTRAINT "guest_words_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_words" ADD CONSTRAINT "guest_words_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "parts_in_order" ON "comment_parts" USING btree ("comment_id","nth");--> statement-breakpoint
CREATE UNIQUE INDEX "parts_once" ON "comment_parts" USING btree ("comment_id","once_key");--> statement-breakpoint
CREATE INDEX "versions_of_comment" ON "comment_versions" USING btree ("comment_id","replaced_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "guest_words_token" ON "guest_words" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "guest_words_once" ON "guest_words" USING btree ("once_key");--> statement-breakpoint
CREATE INDEX "guest_words_expiry" ON "guest_words" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "guests_mail" ON "guests" USING btree (lower("mail"));--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_guest_id_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."guests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_pinned_by_id_members_id_fk" FOREIGN KEY ("pinned_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_pinned" ON "comments" USING btree ("post_id","pinned_at") WHERE pinned_at is not null;--> statement-breakpoint
CREATE INDEX "comments_of_guest" ON "comments" USING btree ("guest_id","written_at") WHERE guest_id is not null;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "one_part_at_least" CHECK ("comments"."parts" >= 1);