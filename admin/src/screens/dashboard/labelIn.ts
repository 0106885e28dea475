import type { Label, Locale } from '@kontor/shared';

/** A label of an overview in a language. */
export const labelIn = (label: Label, locale: Locale): string => (typeof label === 'string' ? label : label[locale]);
