-- An act of moderation is written once. The only change the table takes is that of its own foreign keys: when a
-- member, a post or a comment goes for good, the act no longer names it.
CREATE FUNCTION "moderation_log_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW.id, NEW.act, NEW.rule, NEW.reason, NEW.at) IS NOT DISTINCT FROM (OLD.id, OLD.act, OLD.rule, OLD.reason, OLD.at)
    AND (NEW.by_id IS NULL OR NEW.by_id = OLD.by_id)
    AND (NEW.post_id IS NULL OR NEW.post_id = OLD.post_id)
    AND (NEW.comment_id IS NULL OR NEW.comment_id = OLD.comment_id)
    AND (NEW.member_id IS NULL OR NEW.member_id = OLD.member_id)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log of moderation is never changed';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "moderation_log_stands" BEFORE UPDATE OR DELETE ON "moderation_log" FOR EACH ROW EXECUTE FUNCTION "moderation_log_stands"();
