CREATE TABLE "resting_handles" (
	"handle_skeleton" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "resting_handles" ADD CONSTRAINT "resting_handles_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;