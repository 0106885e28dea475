import type { AnyField } from '../kinds/field.ts';
import type { RollupOptions } from '../kinds/rollup.ts';

/** The figure over other records that a field holds, whatever its kind. */
export const rollupOf = (field: AnyField): RollupOptions | undefined =>
  field.kind === 'rollup' ? (field as unknown as RollupOptions) : field.rollup;

/** The database makes the value from other records, and changes it with them: without a new version of this one. */
export const isKept = (field: AnyField): boolean => field.copies !== undefined || rollupOf(field) !== undefined;
