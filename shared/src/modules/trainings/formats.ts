/** How a training is held. */
export const formats = {
  online: { de: 'Online', en: 'Online' },
  classroom: { de: 'Präsenz', en: 'Classroom' },
  hybrid: { de: 'Hybrid', en: 'Hybrid' },
} as const;

/** In which language a training is held, and its people are written to. */
export const languages = { de: { de: 'Deutsch', en: 'German' }, en: { de: 'Englisch', en: 'English' } } as const;

/** What one writes to the people of a training about. */
export const purposes = {
  confirmation: { de: 'Bestätigung', en: 'Confirmation' },
  invitation: { de: 'Einladung mit Termin für den Kalender', en: 'Invitation with an appointment' },
  reminder: { de: 'Erinnerung', en: 'Reminder' },
  feedback: { de: 'Dank mit Bitte um Rückmeldung', en: 'Thanks, asking for feedback' },
  certificate: { de: 'Bescheinigung', en: 'Certificate' },
  cancellation: { de: 'Absage', en: 'Cancellation' },
} as const;

/** Those to whom one writes about a training. */
export const audiences = {
  participants: { de: 'Teilnehmende', en: 'Participants' },
  customer: { de: 'Kunde', en: 'Customer' },
  trainers: { de: 'Trainer', en: 'Trainers' },
  everyone: { de: 'Alle', en: 'Everybody' },
} as const;

/** What the price means for VAT: UStG § 12 and § 4 Nr. 21 (the new wording holds since 2025). */
export const vatCases = {
  standard: { de: '19 % (Regelsteuersatz)', en: '19% (standard rate)' },
  reduced: { de: '7 % (ermäßigt)', en: '7% (reduced)' },
  exempt_new: { de: 'Steuerfrei, § 4 Nr. 21 UStG (ab 2025)', en: 'Exempt, § 4 no. 21 UStG (from 2025)' },
  exempt_old: { de: 'Steuerfrei, § 4 Nr. 21 UStG (alte Fassung)', en: 'Exempt, § 4 no. 21 UStG (old wording)' },
} as const;

/** For one customer, or with participants of many. */
export const kinds = {
  in_house: { de: 'Inhouse', en: 'In-house' },
  open: { de: 'Offen', en: 'Open' },
} as const;
