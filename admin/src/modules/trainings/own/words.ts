import { useTexts } from '../../../app/texts.ts';

const texts = {
  requests: { de: 'Meine Anfragen', en: 'My requests' },
  accept: { de: 'Zusagen', en: 'Accept' },
  decline: { de: 'Absagen', en: 'Decline' },
  accepted: { de: '„{title}“ zugesagt.', en: '“{title}” accepted.' },
  declined: { de: '„{title}“ abgesagt.', en: '“{title}” declined.' },
  failed: { de: '„{title}“: {reason}', en: '“{title}”: {reason}' },
  settled: {
    de: 'Diese Anfrage hat sich inzwischen erledigt, oder ihre Frist ist vorbei.',
    en: 'This request was settled meanwhile, or its time is over.',
  },
  until: { de: 'Antwort bis {date}', en: 'Answer by {date}' },
  more: { de: 'und {count} weitere', en: 'and {count} more' },
  sessions: { de: 'Meine nächsten Termine', en: 'My next sessions' },
  all: { de: 'Alle meine Termine', en: 'All my sessions' },
  none: { de: 'Sie haben keine bestätigten Termine vor sich.', en: 'You have no confirmed sessions ahead.' },
  attendance: { de: 'Anwesenheit', en: 'Attendance' },
  papers: { de: 'Meine Unterlagen', en: 'My papers' },
  all_papers: { de: 'Alle Unterlagen', en: 'All papers' },
  no_papers: {
    de: 'Hier stehen Unterlagen, die an Ihren Trainings hängen.',
    en: 'Papers of your trainings will be here.',
  },
  decline_named: { de: '„{title}“ absagen', en: 'Decline “{title}”' },
} as const;

/** The words of a trainer's own pages. */
export const useWords = () => useTexts(texts);
