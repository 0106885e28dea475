import { kindOf, type Locale } from '@kontor/shared';

const field = { kind: 'datetime', label: '' } as const;

/** An instant as people write it. */
export const whenOf = (instant: string, locale: Locale): string => kindOf(field).format(instant, field, locale);
