import type { Locale } from '@kontor/shared';

const texts = {
  gone_title: { de: 'Dieser Link gilt nicht', en: 'This link is not valid' },
  gone: {
    de: 'Er ist falsch, abgelaufen oder zurückgenommen. Bitte prüfen Sie die Adresse, oder fragen Sie dort nach, woher Sie den Link haben.',
    en: 'It is wrong, has expired or was taken back. Please check the address, or ask where you got the link from.',
  },
  busy_title: { de: 'Bitte einen Moment', en: 'One moment, please' },
  busy: {
    de: 'Es kamen gerade zu viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal.',
    en: 'There were too many requests. Please try again in a minute.',
  },
  certificate: { de: 'Bescheinigung', en: 'Certificate' },
  valid: { de: 'Diese Bescheinigung ist gültig.', en: 'This certificate is valid.' },
  revoked: {
    de: 'Diese Bescheinigung wurde widerrufen und gilt nicht mehr.',
    en: 'This certificate has been revoked and is no longer valid.',
  },
  compare: {
    de: 'Vergleichen Sie die Angaben mit dem Papier, das Ihnen vorliegt.',
    en: 'Compare this with the paper in front of you.',
  },
  number: { de: 'Nummer', en: 'Number' },
  holder: { de: 'Ausgestellt für', en: 'Issued to' },
  course: { de: 'Über', en: 'Course' },
  type: { de: 'Art', en: 'Type' },
  attendance: { de: 'Teilnahme', en: 'Attendance' },
  success: { de: 'Mit Erfolg', en: 'With success' },
  dates: { de: 'Zeitraum', en: 'Dates' },
  units: { de: 'Unterrichtseinheiten (45 min)', en: 'Teaching units (45 min)' },
  issued_on: { de: 'Ausgestellt am', en: 'Issued on' },
  offer: { de: 'Ein Platz ist frei geworden', en: 'A place has become free' },
  offer_text: {
    de: 'Sie stehen auf der Warteliste. Wir halten den Platz für Sie frei, bis die Frist abläuft.',
    en: 'You are on the waiting list. We keep the place for you until the time is up.',
  },
  until: { de: 'Antwort bis', en: 'Answer by' },
  first_session: { de: 'Beginn', en: 'Start' },
  participant: { de: 'Teilnehmer', en: 'Participant' },
  accept: { de: 'Platz annehmen', en: 'Accept the place' },
  decline: { de: 'Platz ablehnen', en: 'Decline the place' },
  accepted: { de: 'Ihr Platz ist gebucht.', en: 'Your place is booked.' },
  accepted_text: { de: 'Wir freuen uns auf Sie.', en: 'We look forward to seeing you.' },
  declined: { de: 'Sie haben den Platz abgelehnt.', en: 'You have declined the place.' },
  declined_text: {
    de: 'Der Platz geht an die nächste Person auf der Warteliste.',
    en: 'The place goes to the next person on the waiting list.',
  },
  feedback: { de: 'Wie war es?', en: 'How was it?' },
  feedback_text: {
    de: 'Ihre Antwort hilft uns. Es dauert zwei Minuten.',
    en: 'Your answer helps us. It takes two minutes.',
  },
  content_rating: { de: 'Inhalt', en: 'Content' },
  trainer_rating: { de: 'Trainer', en: 'Trainer' },
  organisation_rating: { de: 'Organisation', en: 'Organisation' },
  scale5: { de: '1 = schlecht, 5 = ausgezeichnet', en: '1 = poor, 5 = excellent' },
  recommend: { de: 'Würden Sie das Training weiterempfehlen?', en: 'Would you recommend the training?' },
  scale10: { de: '0 = sicher nicht, 10 = auf jeden Fall', en: '0 = certainly not, 10 = definitely' },
  liked: { de: 'Was war gut?', en: 'What was good?' },
  missed: { de: 'Was hat gefehlt?', en: 'What was missing?' },
  quotable: { de: 'Meine Worte dürfen zitiert werden.', en: 'My words may be quoted.' },
  send: { de: 'Absenden', en: 'Send' },
  change: { de: 'Änderung absenden', en: 'Send the change' },
  thanks: { de: 'Vielen Dank für Ihre Rückmeldung.', en: 'Thank you for your feedback.' },
  thanks_text: {
    de: 'Sie können sie unter diesem Link noch ändern.',
    en: 'You can still change it under this link.',
  },
  closed: { de: 'Die Rückmeldungen sind abgeschlossen.', en: 'Feedback is closed.' },
  problem: { de: 'Bitte prüfen Sie die markierten Angaben.', en: 'Please check what is marked.' },
} as const;

export type PageWord = keyof typeof texts;

/** Words of the public pages in one language. */
export const pageWords =
  (locale: Locale) =>
  (key: PageWord): string =>
    texts[key][locale];
