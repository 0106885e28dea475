/** The n-th template that every installation has. */
const id = (n) => `01900000-0000-7000-8000-0000000004${String(n).padStart(2, '0')}`;
const closing = '<p>{{ brand.letter_closing | default: "Mit freundlichen Grüßen" }}<br>{{ brand.name }}</p>';
const regards = '<p>Kind regards<br>{{ brand.name }}</p>';

const mails = [
  {
    name: 'Freier Platz',
    used_for: 'seat_offer',
    language: 'de',
    subject: 'Ein Platz ist frei: {{ training.name }}',
    body: `<p>Guten Tag {{ enrolment.participant }},</p><p>Sie stehen auf der Warteliste für „{{ training.name }}“. Jetzt ist ein Platz frei{% if training.first_session_at %}; das Training beginnt am {{ training.first_session_at }}{% endif %}.</p><p>Wir halten ihn für Sie bis {{ enrolment.offer_until }}. Nehmen Sie ihn hier an oder lehnen Sie ihn ab:</p><p>{{ link }}</p><p>Danach geht der Platz an die nächste Person.</p>${closing}`,
  },
  {
    name: 'Free place',
    used_for: 'seat_offer',
    language: 'en',
    subject: 'A place is free: {{ training.name }}',
    body: `<p>Hello {{ enrolment.participant }},</p><p>you are on the waiting list for “{{ training.name }}”. A place has become free{% if training.first_session_at %}; the training starts on {{ training.first_session_at }}{% endif %}.</p><p>We keep it for you until {{ enrolment.offer_until }}. Accept or decline it here:</p><p>{{ link }}</p><p>After that it goes to the next person.</p>${regards}`,
  },
  {
    name: 'Bitte um Rückmeldung',
    used_for: 'feedback',
    language: 'de',
    subject: 'Wie war es? {{ training.name }}',
    body: `<p>Guten Tag {{ enrolment.participant }},</p><p>vielen Dank, dass Sie bei „{{ training.name }}“ dabei waren. Wie hat es Ihnen gefallen? Sechs Fragen, zwei Minuten:</p><p>{{ link }}</p><p>Der Link gehört Ihnen allein und gilt 60 Tage; so lange können Sie Ihre Antwort auch ändern.</p>${closing}`,
  },
  {
    name: 'Asking for feedback',
    used_for: 'feedback',
    language: 'en',
    subject: 'How was it? {{ training.name }}',
    body: `<p>Hello {{ enrolment.participant }},</p><p>thank you for taking part in “{{ training.name }}”. How did you like it? Six questions, two minutes:</p><p>{{ link }}</p><p>The link is yours alone and works for 60 days; until then you can change your answer.</p>${regards}`,
  },
  {
    name: 'Anfrage an Trainer',
    resource: 'trainer_assignments',
    used_for: 'trainer_request',
    language: 'de',
    subject: 'Können Sie {{ training.name }} leiten?',
    body: `<p>Guten Tag {{ trainer.name }},</p><p>wir suchen jemanden für „{{ training.name }}“ ab dem {{ assignment.starts_at }}{% if training.location %} in {{ training.location }}{% endif %}. Alle Termine sehen Sie unter diesem Link; dort sagen Sie auch zu oder ab:</p><p>{{ link }}</p><p>Bitte antworten Sie{% if assignment.answer_until %} bis {{ assignment.answer_until }}{% endif %}. Der Link gehört Ihnen allein.</p>${closing}`,
  },
  {
    name: 'Request to a trainer',
    resource: 'trainer_assignments',
    used_for: 'trainer_request',
    language: 'en',
    subject: 'Can you lead {{ training.name }}?',
    body: `<p>Hello {{ trainer.name }},</p><p>we are looking for somebody for “{{ training.name }}” from {{ assignment.starts_at }}{% if training.location %} at {{ training.location }}{% endif %}. You find all sessions at this link, where you can also accept or decline:</p><p>{{ link }}</p><p>Please answer{% if assignment.answer_until %} by {{ assignment.answer_until }}{% endif %}. The link is yours alone.</p>${regards}`,
  },
];

const greeting = (name, words) => `<p>${words}${name && `{% if ${name} %} {{ ${name} }}{% endif %}`},</p>`;
const german = (name, ...paragraphs) =>
  `${greeting(name, 'Guten Tag')}${paragraphs.map((text) => `<p>${text}</p>`).join('')}${closing}`;
const english = (name, ...paragraphs) =>
  `${greeting(name, 'Hello')}${paragraphs.map((text) => `<p>${text}</p>`).join('')}${regards}`;

const when = {
  de: '{% if training.first_session_at %}Beginn: {{ training.first_session_at }}<br>Ende: {{ training.last_session_at }}<br>{% endif %}{% if training.location %}Ort: {{ training.location }}<br>{% endif %}{% if training.online_link %}Link: {{ training.online_link }}{% endif %}',
  en: '{% if training.first_session_at %}Start: {{ training.first_session_at }}<br>End: {{ training.last_session_at }}<br>{% endif %}{% if training.location %}Place: {{ training.location }}<br>{% endif %}{% if training.online_link %}Link: {{ training.online_link }}{% endif %}',
};

/** For whom, what for, and the words: name, subject and paragraphs in both languages. */
const letters = [
  [
    'trainings',
    'confirmation',
    'contact.full_name',
    [
      'Bestätigung an den Kunden',
      'Bestätigung: {{ training.name }}',
      'wir bestätigen Ihnen das Training „{{ training.name }}“ ({{ training.number }}).',
      when.de,
      'Wenn sich bei Ihnen etwas ändert, antworten Sie bitte auf diese E-Mail.',
    ],
    [
      'Confirmation to the customer',
      'Confirmation: {{ training.name }}',
      'we confirm the training “{{ training.name }}” ({{ training.number }}).',
      when.en,
      'If anything changes on your side, please reply to this e-mail.',
    ],
  ],
  [
    'trainings',
    'invitation',
    'contact.full_name',
    [
      'Einladung an den Kunden',
      'Einladung: {{ training.name }}',
      'hiermit laden wir Sie zu „{{ training.name }}“ ein. Der Termin für Ihren Kalender liegt bei.',
      when.de,
    ],
    [
      'Invitation to the customer',
      'Invitation: {{ training.name }}',
      'we invite you to “{{ training.name }}”. The appointment for your calendar is attached.',
      when.en,
    ],
  ],
  [
    'trainings',
    'reminder',
    'contact.full_name',
    [
      'Erinnerung an den Kunden',
      'Bald ist es so weit: {{ training.name }}',
      'in wenigen Tagen beginnt „{{ training.name }}“.',
      when.de,
      'Sind alle Teilnehmenden informiert und ist der Raum vorbereitet? Bei Fragen antworten Sie einfach auf diese E-Mail.',
    ],
    [
      'Reminder to the customer',
      'Coming up: {{ training.name }}',
      '“{{ training.name }}” starts in a few days.',
      when.en,
      'Do all participants know, and is the room prepared? If you have questions, just reply to this e-mail.',
    ],
  ],
  [
    'trainings',
    'cancellation',
    'contact.full_name',
    [
      'Absage an den Kunden',
      'Absage: {{ training.name }}',
      'das Training „{{ training.name }}“ ({{ training.number }}) findet leider nicht statt.',
      'Wir bedauern das sehr und melden uns wegen eines neuen Termins bei Ihnen.',
    ],
    [
      'Cancellation to the customer',
      'Cancelled: {{ training.name }}',
      'we are sorry that the training “{{ training.name }}” ({{ training.number }}) does not take place.',
      'We will get in touch with you about a new date.',
    ],
  ],
  [
    'trainings',
    'trainer_invitation',
    '',
    [
      'Einladung an Trainer',
      'Ihr Training: {{ training.name }}',
      'hiermit laden wir Sie als Trainer zu „{{ training.name }}“ ein. Der Termin für Ihren Kalender liegt bei.',
      when.de,
    ],
    [
      'Invitation to trainers',
      'Your training: {{ training.name }}',
      'we invite you to “{{ training.name }}” as its trainer. The appointment for your calendar is attached.',
      when.en,
    ],
  ],
  [
    'trainings',
    'trainer_reminder',
    '',
    [
      'Erinnerung an Trainer',
      'Bald ist es so weit: {{ training.name }}',
      'in wenigen Tagen beginnt Ihr Training „{{ training.name }}“ mit {{ training.seats_taken | default: 0 }} Teilnehmenden.',
      when.de,
      'Bitte denken Sie an Material und Anwesenheitsliste. Wenn etwas dazwischenkommt, rufen Sie uns bitte gleich an.',
    ],
    [
      'Reminder to trainers',
      'Coming up: {{ training.name }}',
      'your training “{{ training.name }}” with {{ training.seats_taken | default: 0 }} participants starts in a few days.',
      when.en,
      'Please remember material and attendance sheet. If anything comes up, please call us at once.',
    ],
  ],
  [
    'trainings',
    'trainer_cancellation',
    '',
    [
      'Absage an Trainer',
      'Absage: {{ training.name }}',
      'das Training „{{ training.name }}“ ({{ training.number }}) findet leider nicht statt. Ihr Einsatz entfällt, die Zeit ist wieder frei.',
    ],
    [
      'Cancellation to trainers',
      'Cancelled: {{ training.name }}',
      'we are sorry that the training “{{ training.name }}” ({{ training.number }}) does not take place. You are free again at that time.',
    ],
  ],
  [
    'enrolments',
    'confirmation',
    'enrolment.participant',
    [
      'Anmeldebestätigung',
      'Ihre Anmeldung: {{ training.name }}',
      'Sie sind zu „{{ training.name }}“ angemeldet.',
      when.de,
      'Wir freuen uns auf Sie.',
    ],
    [
      'Confirmation of enrolment',
      'Your enrolment: {{ training.name }}',
      'you are enrolled in “{{ training.name }}”.',
      when.en,
      'We look forward to seeing you.',
    ],
  ],
  [
    'enrolments',
    'invitation',
    'enrolment.participant',
    [
      'Einladung der Teilnehmenden',
      'Einladung: {{ training.name }}',
      'hiermit laden wir Sie zu „{{ training.name }}“ ein. Der Termin für Ihren Kalender liegt bei.',
      when.de,
    ],
    [
      'Invitation of participants',
      'Invitation: {{ training.name }}',
      'we invite you to “{{ training.name }}”. The appointment for your calendar is attached.',
      when.en,
    ],
  ],
  [
    'enrolments',
    'reminder',
    'enrolment.participant',
    [
      'Erinnerung der Teilnehmenden',
      'Bald ist es so weit: {{ training.name }}',
      'in wenigen Tagen beginnt „{{ training.name }}“.',
      when.de,
      'Wenn Sie verhindert sind, geben Sie uns bitte Bescheid: Vielleicht wartet jemand auf Ihren Platz.',
    ],
    [
      'Reminder of participants',
      'Coming up: {{ training.name }}',
      '“{{ training.name }}” starts in a few days.',
      when.en,
      'If you can not come, please let us know: somebody may be waiting for your place.',
    ],
  ],
  [
    'enrolments',
    'cancellation',
    'enrolment.participant',
    [
      'Absage an Teilnehmende',
      'Absage: {{ training.name }}',
      'das Training „{{ training.name }}“, zu dem Sie angemeldet sind, findet leider nicht statt.',
      'Wir bedauern das sehr und melden uns, sobald es einen neuen Termin gibt.',
    ],
    [
      'Cancellation to participants',
      'Cancelled: {{ training.name }}',
      'we are sorry that “{{ training.name }}”, in which you are enrolled, does not take place.',
      'We will let you know as soon as there is a new date.',
    ],
  ],
  [
    'certificates',
    'certificate',
    'certificate.holder',
    [
      'Bescheinigung senden',
      'Ihre Bescheinigung: {{ certificate.course }}',
      'vielen Dank für Ihre Teilnahme an „{{ certificate.course }}“. Ihre Bescheinigung ({{ certificate.number }}) liegt bei.',
      'Ob sie echt und gültig ist, kann jeder, dem Sie diesen Link geben, hier prüfen:',
      '{{ link }}',
    ],
    [
      'Sending a certificate',
      'Your certificate: {{ certificate.course }}',
      'thank you for taking part in “{{ certificate.course }}”. Your certificate ({{ certificate.number }}) is attached.',
      'Whoever you give this link to can check here that it is genuine and valid:',
      '{{ link }}',
    ],
  ],
];

const dates =
  '{{ certificate.from_on }}{% if certificate.until_on != certificate.from_on %} – {{ certificate.until_on }}{% endif %}';
const contents = '{% if training.description %}<p>{{ training.description }}</p>{% endif %}';

const germanPaper = (lead) =>
  `<h2>{{ certificate.holder }}</h2><p>${lead}</p><h3>{{ certificate.course }}</h3><p>${dates} · {{ certificate.units }} Unterrichtseinheiten zu 45 Minuten<br>{{ training.format }}{% if training.location %}, {{ training.location }}{% endif %}</p>${contents}<p>{% if training.trainer_ids %}Trainer: {{ training.trainer_ids }}<br>{% endif %}Veranstalter: {{ brand.name }}</p><p>Nr. {{ certificate.number }}, ausgestellt am {{ certificate.issued_on }}</p><p>{% signature "Ort, Datum", brand.name %}</p>`;
const englishPaper = (lead) =>
  `<h2>{{ certificate.holder }}</h2><p>${lead}</p><h3>{{ certificate.course }}</h3><p>${dates} · {{ certificate.units }} teaching units of 45 minutes<br>{{ training.format }}{% if training.location %}, {{ training.location }}{% endif %}</p>${contents}<p>{% if training.trainer_ids %}Trainer: {{ training.trainer_ids }}<br>{% endif %}Organised by {{ brand.name }}</p><p>No. {{ certificate.number }}, issued on {{ certificate.issued_on }}</p><p>{% signature "Place, date", brand.name %}</p>`;

const papers = [
  ['Bescheinigung der Teilnahme', 'attendance', 'de', 'Teilnahmebescheinigung', germanPaper('hat teilgenommen an')],
  [
    'Bescheinigung mit Erfolg',
    'success',
    'de',
    'Zertifikat',
    germanPaper('hat die Prüfung bestanden und mit Erfolg teilgenommen an'),
  ],
  ['Certificate of attendance', 'attendance', 'en', 'Certificate of attendance', englishPaper('has taken part in')],
  [
    'Certificate',
    'success',
    'en',
    'Certificate',
    englishPaper('has successfully taken part in, and passed the exam of'),
  ],
];

const trainingMails = letters.flatMap(([resource, used_for, name, de, en]) =>
  [
    ['de', german, de],
    ['en', english, en],
  ].map(([language, body, [called, subject, ...paragraphs]]) => ({
    name: called,
    resource,
    used_for,
    language,
    subject,
    body: body(name, ...paragraphs),
  })),
);
// the first ten places are for what Kontor answers by itself
const allMails = [
  ...mails.map((mail, i) => ({ id: id(i + 1), resource: 'enrolments', ...mail })),
  ...trainingMails.map((mail, i) => ({ id: id(i + 11), ...mail })),
];

/** The id of the mail for something, in a language; those to customers are called `training_…`. */
export const mailTemplateId = (use, language) =>
  allMails.find((one) => {
    const toCustomer = one.resource === 'trainings' && !one.used_for.startsWith('trainer_');
    return one.language === language && (toCustomer ? `training_${one.used_for}` : one.used_for) === use;
  }).id;

/** What Kontor writes by itself for trainings: mails, those with a personal link among them, and certificates. */
export const mailTemplates = () => allMails.map((mail) => ({ active: true, ...mail }));
export const documentTemplates = () =>
  papers.map(([name, used_for, language, subject, body], i) => ({
    id: id(i + 51),
    resource: 'certificates',
    layout: 'certificate',
    category: 'certificate',
    active: true,
    name,
    used_for,
    language,
    subject,
    body,
  }));
