import { defineResource } from '../../define/resource.ts';
import { integer, percent, reference } from '../../kinds/index.ts';

/** From when on a share of the price is due. Of several that count the one nearest to the start does. */
export const cancellationSteps = defineResource({
  name: 'cancellation_steps',
  label: { de: ['Stornostufe', 'Stornostufen'], en: ['Cancellation step', 'Cancellation steps'] },
  title: ['days'],
  fields: {
    terms_id: reference('Stornobedingungen', { to: 'cancellation_terms', required: true, onDelete: 'cascade' }),
    days: integer(
      { de: 'Weniger als so viele Tage vorher', en: 'Less than so many days before' },
      { required: true, min: 1, max: 366, total: false },
    ),
    share: percent({ de: 'Anteil am Preis', en: 'Share of the price' }, { required: true, min: '0', max: '100' }),
  },
  unique: [['terms_id', 'days']],
  owned: true,
});
