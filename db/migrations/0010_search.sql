CREATE TABLE "search_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"comment_id" uuid,
	"author_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"language" text NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
-- What stands already waits to be read; a job does that, so that a large site starts at once.
INSERT INTO "search_words" ("id", "post_id", "author_id", "at", "language", "words")
SELECT id, id, author_id, published_at, '', '' FROM "posts" WHERE published_at IS NOT NULL AND deleted_at IS NULL;
--> statement-breakpoint
INSERT INTO "search_words" ("id", "post_id", "comment_id", "author_id", "at", "language", "words")
SELECT id, post_id, id, author_id, written_at, '', '' FROM "comments" WHERE deleted_at IS NULL AND state IN ('shown', 'held');
--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_by_words" ON "search_words" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_newest" ON "search_words" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "search_of_author" ON "search_words" USING btree ("author_id","at","id");--> statement-breakpoint
CREATE INDEX "search_of_post" ON "search_words" USING btree ("post_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "search_comment" ON "search_words" USING btree ("comment_id") WHERE comment_id is not null;--> statement-breakpoint
CREATE INDEX "search_language" ON "search_words" USING btree ("language");
--> statement-breakpoint
-- Words as search compares them, whatever the server's locale: in small letters, without accents and marks, with
-- nothing but spaces between them; scripts that write no spaces get one around every sign.
CREATE FUNCTION "kith_fold"("words" text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
	folded text := regexp_replace(words, '[!-/:-@\[-`{-~\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u200a\u2010-\u205f\u20a0-\u20cf\u2190-\u23ff\u2500-\u27bf\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+', ' ', 'g');
BEGIN
	IF octet_length(folded) = char_length(folded) THEN
		RETURN lower(folded);
	END IF;
	folded := regexp_replace(normalize(folded, NFKD), '[\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff]+', '', 'g');
	folded := lower(normalize(folded, NFKC));
	-- What a server without Unicode's own locale leaves large.
	IF folded ~ '[\u0391-\u03a9\u03c2\u0402-\u042f]' THEN
		folded := translate(folded,
			'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄІЈЉЊЋЏ',
			'αβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяђєіјљњћџ');
	END IF;
	IF folded ~ '[ßæœøłđðıþ]' THEN
		folded := replace(replace(replace(translate(folded, 'øłđðıþ', 'olddit'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
	END IF;
	RETURN regexp_replace(folded, '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g');
END $$;
--> statement-breakpoint
-- The words of HTML that the renderer made. A tag inside a word does not part it.
CREATE FUNCTION "kith_plain"("html" text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
	RETURN regexp_replace(
		regexp_replace(html, '</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)(?:\s[^>]*)?>', '', 'g'),
		'<[^>]*>|&(?:[a-zA-Z]+|#[0-9a-fA-Fx]+);', ' ', 'g');
END $$;
--> statement-breakpoint
-- A title and a body as full text. What is more than PostgreSQL keeps of one text (1 MB) is found by its beginning.
CREATE FUNCTION "kith_words"("title" text, "html" text, "language" regconfig) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
	folded text := kith_fold(kith_plain(html));
	heading tsvector := setweight(to_tsvector(language, kith_fold(title)), 'A');
BEGIN
	RETURN heading || setweight(to_tsvector(language, left(folded, 400000)), 'D');
EXCEPTION WHEN program_limit_exceeded THEN
	RETURN heading || setweight(to_tsvector(language, left(folded, 50000)), 'D');
END $$;
--> statement-breakpoint
-- The language of the site; words are never refused because of it.
CREATE FUNCTION "kith_language"() RETURNS regconfig
LANGUAGE sql STABLE AS $$
	SELECT coalesce(
		(SELECT c.oid::regconfig FROM settings s
			JOIN pg_catalog.pg_ts_config c ON c.cfgname = s.value #>> '{}' AND c.cfgnamespace = 'pg_catalog'::regnamespace
			WHERE s.key = 'search.language'),
		'pg_catalog.english'::regconfig)
$$;
--> statement-breakpoint
CREATE FUNCTION "kith_search_post"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	language regconfig;
BEGIN
	IF NEW.published_at IS NULL OR NEW.deleted_at IS NOT NULL THEN
		DELETE FROM search_words WHERE id = NEW.id;
		RETURN NULL;
	END IF;
	language := kith_language();
	INSERT INTO search_words (id, post_id, comment_id, author_id, at, language, words)
	VALUES (NEW.id, NEW.id, NULL, NEW.author_id, NEW.published_at,
		(SELECT cfgname FROM pg_catalog.pg_ts_config WHERE oid = language), kith_words(NEW.title, NEW.html, language))
	ON CONFLICT (id) DO UPDATE SET author_id = excluded.author_id, at = excluded.at, language = excluded.language, words = excluded.words;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "kith_search_comment"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	language regconfig;
BEGIN
	IF NEW.deleted_at IS NOT NULL OR NEW.state NOT IN ('shown', 'held') THEN
		DELETE FROM search_words WHERE id = NEW.id;
		RETURN NULL;
	END IF;
	language := kith_language();
	INSERT INTO search_words (id, post_id, comment_id, author_id, at, language, words)
	VALUES (NEW.id, NEW.post_id, NEW.id, NEW.author_id, NEW.written_at,
		(SELECT cfgname FROM pg_catalog.pg_ts_config WHERE oid = language), kith_words('', NEW.html, language))
	ON CONFLICT (id) DO UPDATE SET post_id = excluded.post_id, author_id = excluded.author_id, at = excluded.at,
		language = excluded.language, words = excluded.words;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "posts_searched" AFTER INSERT OR UPDATE OF title, html, author_id, published_at, deleted_at ON "posts"
FOR EACH ROW EXECUTE FUNCTION "kith_search_post"();
--> statement-breakpoint
CREATE TRIGGER "comments_searched" AFTER INSERT OR UPDATE OF html, post_id, author_id, state, written_at, deleted_at ON "comments"
FOR EACH ROW EXECUTE FUNCTION "kith_search_comment"();
--> statement-breakpoint
-- The threes of letters in a text, as pg_trgm has them, which a managed server may not let us install.
CREATE FUNCTION "kith_grams"("words" text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
	SELECT coalesce(array_agg(DISTINCT substr(padded, place, 3)), '{}')
	FROM regexp_split_to_table("kith_fold"("words"), ' +') word
		CROSS JOIN LATERAL (SELECT '  ' || word || ' ' AS padded) p
		CROSS JOIN LATERAL generate_series(1, char_length(padded) - 2) place
	WHERE word <> '');
--> statement-breakpoint
CREATE INDEX "members_by_grams" ON "members" USING gin ("kith_grams"("name" || ' ' || "handle" || ' ' || coalesce("site", '')));
