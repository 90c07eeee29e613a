CREATE TABLE "endings" (
	"by_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"how" text NOT NULL,
	"request_id" uuid,
	"ended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "endings_by_id_other_id_pk" PRIMARY KEY("by_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_other_id_members_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_request_id_connection_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."connection_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "endings_of_other" ON "endings" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "connections_lately" ON "connections" USING btree ("since","member_id");