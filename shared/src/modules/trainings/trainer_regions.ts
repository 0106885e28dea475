import { defineResource } from '../../define/resource.ts';
import { integer, money, reference } from '../../kinds/index.ts';

/** Where a trainer works, and what the journey costs. */
export const trainerRegions = defineResource({
  name: 'trainer_regions',
  label: { de: ['Region', 'Regionen'] },
  title: ['region_id'],
  fields: {
    trainer_id: reference('Trainer', { to: 'trainers', required: true, onDelete: 'cascade' }),
    region_id: reference('Region', { to: 'regions', required: true }),
    travel_cost: money(
      { de: 'Reisekosten', en: 'Travel cost' },
      { min: '0', required: true, default: '0.00', guard: 'margin' },
    ),
    priority: integer(
      { de: 'Vorrang (1 zuerst)', en: 'Priority (1 first)' },
      { min: 1, max: 9, required: true, default: 1, total: false },
    ),
  },
  unique: [['trainer_id', 'region_id']],
  owned: true,
});
