import { formatDate, type Locale } from '@kontor/shared';
import type { Reason } from './types.ts';

const languages = { de: { de: 'Deutsch', en: 'German' }, en: { de: 'Englisch', en: 'English' } };

const tagOf = { de: 'de-DE', en: 'en-GB' };
/** Making a formatter takes a hundred times as long as using it, and there are as many reasons as trainers. */
const made = new Map<string, { format(value: any): string }>();
function once(key: string, make: () => { format(value: any): string }) {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

/** `2027-03` as people say it. */
const monthOf = (month: string, locale: Locale): string =>
  once(
    `month ${locale}`,
    () => new Intl.DateTimeFormat(tagOf[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ).format(new Date(`${month}-01T00:00:00Z`));
const numberOf = (value: number, locale: Locale, digits: number): string =>
  once(
    `number ${locale} ${digits}`,
    () => new Intl.NumberFormat(tagOf[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  ).format(value);

/** A reason of the ranking as a sentence. */
export function say(reason: Reason, locale: Locale): string {
  const t = (de: string, en: string) => (locale === 'en' ? en : de);
  const day = (date: string) => formatDate(date, locale);
  const quoted = (text: string) => t(`„${text}“`, `“${text}”`);
  const because = (text: string | null) => (text ? `: ${text}` : '');
  switch (reason.key) {
    case 'paused':
      return t('Pausiert zurzeit', 'Is pausing at the moment');
    case 'other_brand':
      return t('Arbeitet nicht für diese Marke', 'Does not work for this brand');
    case 'language':
      return t(
        `Unterrichtet nicht auf ${languages[reason.language].de}`,
        `Does not teach in ${languages[reason.language].en}`,
      );
    case 'unqualified':
      return t(`Qualifikation fehlt: ${reason.name}`, `Qualification missing: ${reason.name}`);
    case 'expires':
      return t(
        `${reason.name} gilt nur bis ${day(reason.day)}`,
        `${reason.name} is valid only until ${day(reason.day)}`,
      );
    case 'not_yet':
      return t(
        `${reason.name} gilt erst ab ${day(reason.day)}`,
        `${reason.name} is valid only from ${day(reason.day)}`,
      );
    case 'blocked':
      return `${t('Nicht verfügbar am', 'Not available on')} ${day(reason.day)}${because(reason.reason)}`;
    case 'tentative':
      return `${t('Unter Vorbehalt am', 'Tentative on')} ${day(reason.day)}${because(reason.reason)}`;
    case 'holiday':
      return t(
        `Feiertag zu Hause am ${day(reason.day)}: ${reason.name}`,
        `Holiday at home on ${day(reason.day)}: ${reason.name}`,
      );
    case 'collides':
      return reason.name
        ? t(
            `Am ${day(reason.day)} bestätigt für ${quoted(reason.name)}`,
            `Confirmed on ${day(reason.day)} for ${quoted(reason.name)}`,
          )
        : t(`Am ${day(reason.day)} schon anderweitig eingeplant`, `Has other plans on ${day(reason.day)} already`);
    case 'declined':
      return t('Hat für dieses Training abgesagt', 'Has declined this training') + because(reason.reason);
    case 'free':
      return t('Hat sich für diese Tage frei gemeldet', 'Has said to be free on these days');
    case 'unknown':
      return t('Nichts spricht dagegen, frei gemeldet ist es nicht', 'Nothing against it, but not said to be free');
    case 'no_travel':
      return t('Online oder ohne Ort: keine Anreise', 'Online or without a place: no journey');
    case 'region':
      return t(
        `Arbeitet in ${reason.name} (Vorrang ${reason.priority})`,
        `Works in ${reason.name} (priority ${reason.priority})`,
      );
    case 'home':
      return t('Wohnt dort, hat die Region aber nicht genannt', 'Lives there, but has not named the region');
    case 'other_region':
      return t('Arbeitet nicht in dieser Region', 'Does not work in this region');
    case 'load': {
      const month = monthOf(reason.month, locale);
      if (reason.most === null)
        return t(`${reason.days} Tage im ${month} belegt`, `${reason.days} days taken in ${month}`);
      return t(
        `${reason.days} von ${reason.most} Tagen im ${month} belegt`,
        `${reason.days} of ${reason.most} days taken in ${month}`,
      );
    }
    case 'too_much': {
      const month = monthOf(reason.month, locale);
      return t(
        `Damit ${reason.days} Tage im ${month}, höchstens ${reason.most} gewünscht`,
        `With it ${reason.days} days in ${month}, at most ${reason.most} wanted`,
      );
    }
    case 'rating': {
      const mean = numberOf(reason.mean, locale, 1);
      if (reason.count === 1) return t(`Note ${mean} aus einer Rückmeldung`, `Rated ${mean} in one response`);
      return t(`Note ${mean} aus ${reason.count} Rückmeldungen`, `Rated ${mean} in ${reason.count} responses`);
    }
    case 'no_rating':
      return t('Noch keine Rückmeldungen', 'No feedback yet');
    case 'no_rate':
      return t('Kein Tagessatz hinterlegt', 'No day rate on file');
    case 'cost':
      return t(
        `${numberOf(reason.day, locale, 0)} € je Tag mit Reise`,
        `€${numberOf(reason.day, locale, 0)} a day with travel`,
      );
  }
}
