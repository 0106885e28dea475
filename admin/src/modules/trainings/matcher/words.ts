import { type Texts, useTexts } from '../../../app/texts.ts';

const words = {
  title: { de: 'Trainer finden', en: 'Find trainers' },
  for: { de: 'Gesucht für', en: 'Wanted for' },
  sessions: { de: '{count} {count|Termin|Termine}', en: '{count} {count|session|sessions}' },
  no_sessions: { de: 'Noch keine Termine', en: 'No sessions yet' },
  no_sessions_text: {
    de: 'Trainer werden für Termine gesucht. Legen Sie zuerst fest, wann das Training ist.',
    en: 'Trainers are sought for sessions. First say when the training takes place.',
  },
  to_sessions: { de: 'Zu den Terminen', en: 'To the sessions' },
  staffed: {
    de: 'Alle künftigen Termine haben einen Trainer. Wer sonst könnte, sehen Sie hier; einen weiteren tragen Sie am Termin ein.',
    en: 'All sessions ahead have a trainer. Who else could do it you see here; enter another one at the session.',
  },
  nobody: { de: 'Niemand kann dieses Training leiten', en: 'Nobody can lead this training' },
  nobody_text: {
    de: 'Woran es liegt, steht unten bei jedem Trainer. Oft hilft ein anderer Termin.',
    en: 'The reasons stand below with each trainer. Other dates often help.',
  },
  search: { de: 'Name', en: 'Name' },
  not_found: { de: 'Kein Trainer heißt so.', en: 'No trainer has that name.' },
  ranked: {
    de: '{count} {count|Trainer kommt|Trainer kommen} infrage',
    en: '{count} {count|trainer|trainers} to choose from',
  },
  points: { de: '{points} von {of} Punkten', en: '{points} of {of} points' },
  availability: { de: 'Verfügbarkeit', en: 'Availability' },
  region: { de: 'Region', en: 'Region' },
  rating: { de: 'Rückmeldungen', en: 'Feedback' },
  load: { de: 'Auslastung', en: 'Load' },
  cost: { de: 'Kosten', en: 'Cost' },
  reasons: { de: 'Gründe für {name}', en: 'Reasons for {name}' },
  price: { de: '{fee} Honorar, {travel} Reise', en: '{fee} fee, {travel} travel' },
  no_fee: { de: 'Honorar nicht hinterlegt', en: 'No fee on file' },
  choose: { de: '{name} auswählen', en: 'Choose {name}' },
  all: { de: 'Alle {count} zeigen', en: 'Show all {count}' },
  out: {
    de: '{count} {count|Trainer fällt|Trainer fallen} weg',
    en: '{count} {count|trainer falls|trainers fall} out',
  },
  chosen: { de: 'Auswahl', en: 'Chosen' },
  chosen_count: { de: 'Auswahl: {count}', en: 'Chosen: {count}' },
  none_chosen: {
    de: 'Wählen Sie einen oder mehrere Trainer. Die Reihenfolge ist die, in der Sie auswählen.',
    en: 'Choose one or several trainers. The order is that in which you choose.',
  },
  earlier: { de: '{name} früher fragen', en: 'Ask {name} earlier' },
  later: { de: '{name} später fragen', en: 'Ask {name} later' },
  remove: { de: '{name} nicht fragen', en: 'Do not ask {name}' },
  days: { de: 'Tage zum Antworten', en: 'Days to answer' },
  ask: { de: 'Anfragen', en: 'Ask' },
  in_turn: { de: 'Nacheinander anfragen', en: 'Ask one after the other' },
  at_once: { de: 'Alle zugleich anfragen', en: 'Ask all at once' },
  option: { de: 'Als Option vormerken', en: 'Note as an option' },
  by_mail: {
    de: 'Angefragt wird per E-Mail mit einem Link zum Zusagen oder Absagen.',
    en: 'They are asked by e-mail with a link to accept or decline.',
  },
  asked: {
    de: '{count} {count|Trainer ist|Trainer sind} angefragt.',
    en: '{count} {count|trainer has|trainers have} been asked.',
  },
  asked_waiting: {
    de: '{count} {count|Trainer ist|Trainer sind} angefragt, {more} {more|folgt|folgen} bei einer Absage.',
    en: '{count} {count|trainer has|trainers have} been asked, {more} {more|follows|follow} on a refusal.',
  },
  queued: {
    de: '{count} {count|Trainer wird|Trainer werden} gefragt, wenn die anderen absagen.',
    en: '{count} {count|trainer is|trainers are} asked when the others decline.',
  },
  noted: {
    de: '{count} {count|Trainer ist|Trainer sind} als Option vorgemerkt.',
    en: '{count} {count|trainer is|trainers are} noted as an option.',
  },
  stop: { de: 'Anfragen zurückziehen', en: 'Take requests back' },
  stopped: { de: 'Die Anfragen sind zurückgezogen.', en: 'The requests have been taken back.' },
  until: { de: 'Antwort bis {when}', en: 'Answer by {when}' },
  in_line: { de: 'wird an {order}. Stelle gefragt', en: 'is asked as number {order}' },
} as const satisfies Texts;

/** The words of finding trainers, in the user's language. */
export const useWords = () => useTexts(words);
