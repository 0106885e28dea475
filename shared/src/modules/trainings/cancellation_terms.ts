import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, lines, reference, text } from '../../kinds/index.ts';

/** What it costs to cancel an enrolment, by how long before the start it is done. */
export const cancellationTerms = defineResource({
  name: 'cancellation_terms',
  label: { de: ['Stornobedingung', 'Stornobedingungen'], en: ['Cancellation terms', 'Cancellation terms'] },
  icon: 'event_busy',
  title: ['name'],
  fields: {
    name: text({ de: 'Bezeichnung', en: 'Name' }, { required: true, max: 120, search: 'A' }),
    brand_id: reference('Marke', { to: 'brands', help: { de: 'Leer: für alle Marken', en: 'Empty: for all brands' } }),
    standard: boolean({ de: 'Gilt, wenn die Vorlage nichts sagt', en: 'Counts unless the template says otherwise' }),
    steps: lines(
      { de: 'Stufen', en: 'Steps' },
      {
        of: 'cancellation_steps',
        by: 'terms_id',
        examples: [
          { days: 28, share: '20.00' },
          { days: 14, share: '50.00' },
          { days: 7, share: '80.00' },
          { days: 3, share: '100.00' },
        ],
      },
    ),
  },
  scopes: { brand: { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] } },
  list: { columns: ['name', 'brand_id', 'standard'], filters: ['brand_id', 'standard'], sort: ['name', 'ASC'] },
  form: { Bedingungen: ['name', 'brand_id', 'standard'], Stufen: ['steps'] },
  sections: { Bedingungen: 'Terms', Stufen: 'Steps' },
  import_key: ['name'],
});
