import { type AnyField, kindOf } from '@kontor/shared';

/** Is it joined text, and no figure? */
export const isText = (field: AnyField): boolean => kindOf(field).columns(field, '')[0]?.type === 'text';
