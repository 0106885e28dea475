import { type AnyField, kindOf, type Locale } from '@kontor/shared';
import { labelOf, manifestOf } from '../declarations.ts';

/** A value as people read it: as its kind puts it into text, and names of resources by their labels. */
export const fieldText = (field: AnyField, value: any, locale: Locale): string =>
  field.names === 'resource' && manifestOf(value) ? labelOf(value, locale) : kindOf(field).format(value, field, locale);

/** An amount without its cents, for totals that are compared at a glance; everything else as it is. */
export const roughText = (field: AnyField, value: any, locale: Locale): string =>
  fieldText(field.kind === 'money' || field.currency ? { ...field, scale: 0 } : field, value, locale);
