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
  training: { de: 'Training', en: 'Training' },
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
  place_cancelled: { de: 'Ihre Anmeldung ist storniert.', en: 'Your enrolment is cancelled.' },
  place_cancelled_text: {
    de: 'Der Platz ist nicht mehr für Sie gebucht. Wenn das ein Irrtum ist, melden Sie sich bitte bei uns.',
    en: 'The place is not booked for you any more. If this is a mistake, please get in touch with us.',
  },
  called_off: { de: 'Dieses Training findet leider nicht statt.', en: 'This training does not take place.' },
  called_off_text: {
    de: 'Ihr Platz entfällt damit. Wenn Sie Fragen haben, melden Sie sich bitte bei uns.',
    en: 'There is no place for you to take any more. If you have questions, please get in touch with us.',
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
  online: { de: 'Online', en: 'Online' },
  request: { de: 'Können Sie dieses Training leiten?', en: 'Can you lead this training?' },
  request_text: {
    de: 'Ihre Antwort gilt für alle Termine, die hier stehen.',
    en: 'Your answer holds for all sessions that stand here.',
  },
  request_accept: { de: 'Ja, ich übernehme', en: 'Yes, I will do it' },
  request_decline: { de: 'Nein, ich sage ab', en: 'No, I decline' },
  request_reason: { de: 'Grund einer Absage (freiwillig)', en: 'Reason, if you decline (optional)' },
  request_reason_bad: {
    de: 'Der Grund enthält Zeichen, die wir nicht speichern können. Bitte schreiben Sie ihn anders.',
    en: 'The reason has characters that we can not keep. Please write it differently.',
  },
  request_elsewhere: {
    de: 'In dieser Zeit sind Sie inzwischen für einen anderen Termin bestätigt. Bitte sagen Sie ab, oder sprechen Sie uns an.',
    en: 'By now you are confirmed for another session at that time. Please decline, or talk to us.',
  },
  request_accepted: { de: 'Danke, Sie sind eingeplant.', en: 'Thank you, you are booked.' },
  request_accepted_text: {
    de: 'Wir haben Sie für diese Termine bestätigt.',
    en: 'We have confirmed you for these sessions.',
  },
  request_declined: { de: 'Danke für Ihre Antwort.', en: 'Thank you for your answer.' },
  request_declined_text: {
    de: 'Sie haben abgesagt. Haben Sie es sich anders überlegt? Dann rufen Sie uns bitte an.',
    en: 'You have declined. If you have changed your mind, please call us.',
  },
  request_late: { de: 'Leider ist die Frist vorbei.', en: 'The time to answer is over.' },
  request_late_text: {
    de: 'Vielen Dank, dass Sie sich gemeldet haben. Wir fragen inzwischen andere; wenn Sie noch können, rufen Sie uns bitte an.',
    en: 'Thank you for looking in. We are asking others by now; if you can still do it, please call us.',
  },
  request_over: { de: 'Diese Anfrage hat sich erledigt.', en: 'This request is settled.' },
  request_over_text: {
    de: 'Vielen Dank, dass Sie sich Zeit genommen haben. Wir brauchen für diese Termine niemanden mehr und melden uns beim nächsten Mal wieder.',
    en: 'Thank you for taking the time. We need nobody for these sessions any more, and will be glad to ask you again.',
  },
  request_off_text: {
    de: 'Das Training findet leider nicht statt. Vielen Dank, dass Sie sich Zeit genommen haben; wir melden uns beim nächsten Mal wieder.',
    en: 'The training does not take place. Thank you for taking the time; we will be glad to ask you again.',
  },
  problem: { de: 'Bitte prüfen Sie die markierten Angaben.', en: 'Please check what is marked.' },
} as const;

export type PageWord = keyof typeof texts;

/** Words of the public pages in one language. */
export const pageWords =
  (locale: Locale) =>
  (key: PageWord): string =>
    texts[key][locale];
