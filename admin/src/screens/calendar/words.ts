import { type Texts, useTexts } from '../../app/texts.ts';

const words = {
  by: { de: 'Nach {field}', en: 'By {field}' },
  clash: { de: 'Überschneidet sich', en: 'Overlaps' },
  nobody: { de: 'Nicht zugeordnet', en: 'Not assigned' },
  agenda: { de: 'Agenda', en: 'Agenda' },
  all_day: { de: 'Ganztägig', en: 'All day' },
  cut: {
    de: 'Gezeigt werden die ersten {count} Einträge. Grenzen Sie den Zeitraum oder die Filter ein.',
    en: 'The first {count} records are shown. Narrow the period or the filters.',
  },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  day: { de: 'Tag', en: 'Day' },
  entries: { de: '{count} {count|Eintrag|Einträge}', en: '{count} {count|record|records}' },
  feed: { de: 'Kalender abonnieren', en: 'Subscribe to the calendar' },
  feed_address: { de: 'Adresse des Abos', en: 'Address of the subscription' },
  feed_all: { de: 'Alle Termine von „{name}“, die ich sehen darf', en: 'All dates of “{name}” that I may see' },
  feed_copy: { de: 'Adresse kopieren', en: 'Copy address' },
  feed_done: { de: 'Fertig', en: 'Done' },
  feed_filtered: {
    de: '„{name}“ mit den Filtern, die gerade gesetzt sind',
    en: '“{name}” with the filters as they are',
  },
  feed_make: { de: 'Adresse erstellen', en: 'Make an address' },
  feed_manage: { de: 'Meine Abos', en: 'My subscriptions' },
  feed_mine: { de: 'Alles, wofür ich zuständig bin', en: 'Everything that is assigned to me' },
  feed_mine_name: { de: 'Meine Termine', en: 'My dates' },
  feed_name: { de: 'Name im Kalender', en: 'Name in the calendar' },
  feed_open: { de: 'Im Kalenderprogramm öffnen', en: 'Open in the calendar program' },
  feed_secret: {
    de: 'Wer diese Adresse kennt, sieht Ihre Termine ohne Anmeldung. Geben Sie sie nicht weiter; unter „Meine Abos“ können Sie sie jederzeit durch eine neue ersetzen.',
    en: 'Whoever knows this address sees your dates without signing in. Do not pass it on; under “My subscriptions” you can replace it at any time.',
  },
  feed_text: {
    de: 'Ihr Kalenderprogramm (Outlook, Apple Kalender, Google Kalender, Thunderbird) zeigt dann die Termine aus Kontor und hält sie aktuell.',
    en: 'Your calendar program (Outlook, Apple Calendar, Google Calendar, Thunderbird) then shows the dates of Kontor and keeps them up to date.',
  },
  feed_what: { de: 'Was soll im Kalender stehen?', en: 'What shall be in the calendar?' },
  feed_where: {
    de: 'Fügen Sie die Adresse in Ihrem Kalenderprogramm unter „Kalender abonnieren“ oder „Aus dem Internet“ ein.',
    en: 'Paste the address in your calendar program under “Subscribe to calendar” or “From the internet”.',
  },
  moved: { de: '„{title}“ auf {date} verschoben.', en: '“{title}” moved to {date}.' },
  free: { de: 'nichts', en: 'nothing' },
  keys: { de: 'Enter öffnet, F2 verschiebt', en: 'Enter opens, F2 moves' },
  month: { de: 'Monat', en: 'Month' },
  more: { de: '+ {count} weitere', en: '+ {count} more' },
  none: { de: 'In diesem Zeitraum steht nichts an.', en: 'Nothing in this period.' },
  not_moved: { de: '„{title}“ wurde nicht verschoben: {reason}', en: '“{title}” was not moved: {reason}' },
  quarter: { de: 'Quartal', en: 'Quarter' },
  quarter_of: { de: '{quarter}. Quartal {year}', en: 'Quarter {quarter} of {year}' },
  today: { de: 'Heute', en: 'Today' },
  next: { de: 'Weiter', en: 'Next' },
  period: { de: 'Zeitraum', en: 'Period' },
  previous: { de: 'Zurück', en: 'Previous' },
  week: { de: 'Woche', en: 'Week' },
} as const satisfies Texts;

/** The words of calendars, in the user's language. */
export const useWords = () => useTexts(words);
