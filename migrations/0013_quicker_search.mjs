/** quicker search */
export async function up(knex) {
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_fold(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$SELECT CASE WHEN octet_length(plain) = length(plain) THEN plain ELSE translate(plain, 'äöüàáâãåāăąèéêëēėęěìíîïīįòóôõøōőùúûūůűųýÿçćčďđğģķľļłñńňņŕřśšşťţžźżæœ', 'aouaaaaaaaaeeeeeeeeiiiiiiooooooouuuuuuuyycccddggklllnnnnrrsssttzzzao') END
FROM (SELECT replace(replace(replace(replace(lower($1 COLLATE "de-x-icu"), 'ß', 'ss'), 'ä', 'a'), 'ö', 'o'), 'ü', 'u') AS plain OFFSET 0) lowered$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_search(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$SELECT CASE WHEN length(folded) <= 1000 THEN folded ELSE (SELECT coalesce(string_agg(word, ' ' ORDER BY place), '') FROM (SELECT left(word, 100) AS word, min(place) AS place FROM regexp_split_to_table(folded, '\\s+') WITH ORDINALITY AS split(word, place) GROUP BY 1) words) END
FROM (SELECT CASE WHEN $1 ~* '[äöü]' THEN kontor_fold($1) || ' ' || kontor_fold(replace(replace(replace(lower($1 COLLATE "de-x-icu"), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) ELSE kontor_fold($1) END AS folded OFFSET 0) text$function$`);
}

export async function down(knex) {
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_fold(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$SELECT translate(replace(lower($1 COLLATE "de-x-icu"), 'ß', 'ss'), 'äöüàáâãåāăąèéêëēėęěìíîïīįòóôõøōőùúûūůűųýÿçćčďđğģķľļłñńňņŕřśšşťţžźżæœ', 'aouaaaaaaaaeeeeeeeeiiiiiiooooooouuuuuuuyycccddggklllnnnnrrsssttzzzao')$function$`);
  await knex.raw(`CREATE OR REPLACE FUNCTION public.kontor_search(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$SELECT CASE WHEN length(folded) <= 1000 THEN folded ELSE (SELECT coalesce(string_agg(word, ' ' ORDER BY place), '') FROM (SELECT left(word, 100) AS word, min(place) AS place FROM regexp_split_to_table(folded, '\\s+') WITH ORDINALITY AS split(word, place) GROUP BY 1) words) END
FROM (SELECT CASE WHEN $1 ~* '[äöü]' THEN kontor_fold($1) || ' ' || kontor_fold(replace(replace(replace(lower($1 COLLATE "de-x-icu"), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) ELSE kontor_fold($1) END AS folded) text$function$`);
}
