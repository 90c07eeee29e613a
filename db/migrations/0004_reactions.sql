CREATE TABLE "reactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"post_id" uuid,
	"comment_id" uuid,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "to_one_thing" CHECK (num_nonnulls("reactions"."post_id", "reactions"."comment_id") = 1),
	CONSTRAINT "one_of_the_kinds" CHECK ("reactions"."kind" in ('thanks', 'agree', 'think'))
);
--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_reaction_each_post" ON "reactions" USING btree ("member_id","post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_reaction_each_comment" ON "reactions" USING btree ("member_id","comment_id");--> statement-breakpoint
CREATE INDEX "reactions_to_post" ON "reactions" USING btree ("post_id","at","id");--> statement-breakpoint
CREATE INDEX "reactions_to_comment" ON "reactions" USING btree ("comment_id","at","id");