-- A very long text is read for search by the job, not by whoever waits for their words to be kept: reading 100,000
-- characters takes longer than all the rest. It stands as waiting, as what is in another language does, and the job wakes
-- with the commit. What is changed is not found by its old words meanwhile.
CREATE FUNCTION "kith_search_keep"("it" uuid, "post" uuid, "comment" uuid, "author" uuid, "written" timestamp with time zone, "title" text, "html" text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	language regconfig := kith_language();
	is_long boolean := length(html) > 20000;
BEGIN
	INSERT INTO search_words (id, post_id, comment_id, author_id, at, language, words)
	VALUES (it, post, comment, author, written,
		CASE WHEN is_long THEN '' ELSE (SELECT cfgname FROM pg_catalog.pg_ts_config WHERE oid = language) END,
		CASE WHEN is_long THEN ''::tsvector ELSE kith_words(title, html, language) END)
	ON CONFLICT (id) DO UPDATE SET post_id = excluded.post_id, author_id = excluded.author_id, at = excluded.at,
		language = excluded.language, words = excluded.words;
	IF is_long THEN
		PERFORM pg_notify('kith_told', '{"about":"words","tags":[]}');
	END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "kith_search_post"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.published_at IS NULL OR NEW.deleted_at IS NOT NULL THEN
		DELETE FROM search_words WHERE id = NEW.id;
	ELSE
		PERFORM kith_search_keep(NEW.id, NEW.id, NULL, NEW.author_id, NEW.published_at, NEW.title, NEW.html);
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "kith_search_comment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.deleted_at IS NOT NULL OR NEW.state NOT IN ('shown', 'held') THEN
		DELETE FROM search_words WHERE id = NEW.id;
	ELSE
		PERFORM kith_search_keep(NEW.id, NEW.post_id, NEW.id, NEW.author_id, NEW.written_at, '', NEW.html);
	END IF;
	RETURN NULL;
END $$;
