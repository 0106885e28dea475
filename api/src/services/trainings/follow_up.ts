import type { ActionBehaviour } from '../../engine/behaviour.ts';
import { create } from '../../engine/create.ts';
import { get } from '../../engine/get.ts';
import { engineWithin } from '../../engine/within.ts';

/** What a training takes from the one that it follows: what was ordered, and by whom; no dates, no people. */
const taken = [
  'name',
  'kind',
  'format',
  'template_id',
  'brand_id',
  'customer_id',
  'contact_id',
  'language',
  'location_id',
  'min_participants',
  'max_participants',
  'price',
  'participant_price',
  'vat_case',
  'description',
  'material',
  'tag_ids',
];

/** Creates a training that follows this one, as far as whoever does it may read and write; it is a lead that belongs to them. */
export const followUp: ActionBehaviour = async ({ context, tx, record, once }) => {
  const inside = { ...context, engine: engineWithin(context.engine, tx) };
  const trainings = context.engine.model.get('trainings');
  const read = await get(inside, trainings, record.id);
  const values = Object.fromEntries(taken.flatMap((name) => (read[name] == null ? [] : [[name, read[name]]])));
  const { id, number } = await create(inside, trainings, { ...values, follows_id: record.id });
  const { locale } = context;
  Object.assign(once, {
    made: { resource: trainings.name, id },
    told: locale === 'en' ? `Follow-up training ${number} created.` : `Folgetraining ${number} angelegt.`,
  });
  return undefined;
};
