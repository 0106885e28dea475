/** Deterministic: everything hangs on a hash of the counter. */
const hash = (salt) => `(('x' || substr(md5('${salt}' || i), 1, 7))::bit(28)::int)`;
const member = (array, salt) => `(${array})[1 + ${hash(salt)} % cardinality(${array})]`;
const open = "ARRAY['lead', 'offered', 'option', 'confirmed', 'planned']";

/**
 * Adds that many open trainings with two sessions each, on working days of the ninety days around today: a board and a
 * calendar as a large company has them. They are copies of what the catalogue offers, without trainers and participants.
 */
export async function growTrainings(seeder, count) {
  await seeder.execute(`WITH start AS (
      UPDATE number_sequences SET next_value = CASE WHEN year = extract(year FROM now()) THEN next_value ELSE 1 END + ${count}, year = extract(year FROM now())
        WHERE key = 'training' AND brand_id IS NULL AND company_id IS NULL RETURNING next_value - ${count} AS n
    ), chosen AS (
      SELECT array_agg(t.id ORDER BY t.number) AS ids FROM training_templates t WHERE t.status = 'active' AND EXISTS (SELECT 1 FROM training_templates_brand_ids b WHERE b.record_id = t.id)
    ), made AS (
      SELECT n + g AS i, ${member('chosen.ids', 'template').replaceAll('|| i)', '|| (n + g))')} AS template_id FROM start, chosen, generate_series(0, ${count - 1}) g
    ), added AS (
      INSERT INTO trainings (id, created_at, number, name, status, kind, format, template_id, brand_id, language, max_participants, participant_price, vat_case)
        SELECT md5('training ' || extract(year FROM now()) || i)::uuid, now() - make_interval(mins => ${hash('since')} % 100000),
          'T-' || extract(year FROM now()) || '-' || lpad(i::text, 4, '0'), t.name, (${open})[1 + ${hash('status')} % 5], 'open', t.formats[1], t.id,
          (SELECT target_id FROM training_templates_brand_ids WHERE record_id = t.id ORDER BY 1 LIMIT 1), 'de', t.max_participants, 100 + ${hash('price')} % 900, t.vat_case
        FROM made JOIN training_templates t ON t.id = made.template_id RETURNING id, name
    ) SELECT count(*) FROM added`);
  await seeder.execute(`INSERT INTO training_sessions (id, name, training_id, starts_at, ends_at, units)
    SELECT gen_random_uuid(), t.name, t.id, (d.day + time '09:00') AT TIME ZONE 'Europe/Berlin', (d.day + time '16:30') AT TIME ZONE 'Europe/Berlin', 8
    FROM (SELECT id, name, ('x' || substr(md5(id::text), 1, 7))::bit(28)::int AS h FROM trainings WHERE sessions_count = 0 AND created_by IS NULL AND participant_price IS NOT NULL) t,
      LATERAL (SELECT day::date AS day FROM generate_series(current_date - 45, current_date + 45, interval '1 day') day WHERE extract(isodow FROM day) < 6 ORDER BY day OFFSET h % 60 LIMIT 2) d`);
}
