import type { Locale } from '@kontor/shared';

/** Words that stand in letters beside what people write. */
export const words: Readonly<Record<Locale, Readonly<Record<'date' | 'written_by' | 'phone' | 'email', string>>>> = {
  de: { date: 'Datum', written_by: 'Bearbeitung', phone: 'Telefon', email: 'E-Mail' },
  en: { date: 'Date', written_by: 'Contact', phone: 'Phone', email: 'E-mail' },
};
