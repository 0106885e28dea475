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
    body: `<p>Guten Tag {{ trainer.name }},</p><p>wir suchen jemanden für „{{ training.name }}“ ab dem {{ assignment.starts_at }}{% if training.location %} in {{ training.location }}{% endif %}. Alle Termine sehen Sie unter diesem Link; dort sagen Sie auch zu oder ab:</p><p>{{ link }}</p><p>Bitte antworten Sie bis {{ assignment.answer_until }}. Der Link gehört Ihnen allein.</p>${closing}`,
  },
  {
    name: 'Request to a trainer',
    resource: 'trainer_assignments',
    used_for: 'trainer_request',
    language: 'en',
    subject: 'Can you lead {{ training.name }}?',
    body: `<p>Hello {{ trainer.name }},</p><p>we are looking for somebody for “{{ training.name }}” from {{ assignment.starts_at }}{% if training.location %} at {{ training.location }}{% endif %}. You find all sessions at this link, where you can also accept or decline:</p><p>{{ link }}</p><p>Please answer by {{ assignment.answer_until }}. The link is yours alone.</p>${regards}`,
  },
];

const dates =
  '{{ certificate.from_on }}{% if certificate.until_on != certificate.from_on %} – {{ certificate.until_on }}{% endif %}';
const contents = '{% if training.description %}<p>{{ training.description }}</p>{% endif %}';

const german = (lead) =>
  `<h2>{{ certificate.holder }}</h2><p>${lead}</p><h3>{{ certificate.course }}</h3><p>${dates} · {{ certificate.units }} Unterrichtseinheiten zu 45 Minuten<br>{{ training.format }}{% if training.location %}, {{ training.location }}{% endif %}</p>${contents}<p>{% if training.trainer_ids %}Trainer: {{ training.trainer_ids }}<br>{% endif %}Veranstalter: {{ brand.name }}</p><p>Nr. {{ certificate.number }}, ausgestellt am {{ certificate.issued_on }}</p><p>{% signature "Ort, Datum", brand.name %}</p>`;
const english = (lead) =>
  `<h2>{{ certificate.holder }}</h2><p>${lead}</p><h3>{{ certificate.course }}</h3><p>${dates} · {{ certificate.units }} teaching units of 45 minutes<br>{{ training.format }}{% if training.location %}, {{ training.location }}{% endif %}</p>${contents}<p>{% if training.trainer_ids %}Trainer: {{ training.trainer_ids }}<br>{% endif %}Organised by {{ brand.name }}</p><p>No. {{ certificate.number }}, issued on {{ certificate.issued_on }}</p><p>{% signature "Place, date", brand.name %}</p>`;

const papers = [
  ['Bescheinigung der Teilnahme', 'attendance', 'de', 'Teilnahmebescheinigung', german('hat teilgenommen an')],
  [
    'Bescheinigung mit Erfolg',
    'success',
    'de',
    'Zertifikat',
    german('hat mit Erfolg teilgenommen an und die Prüfung bestanden:'),
  ],
  ['Certificate of attendance', 'attendance', 'en', 'Certificate of attendance', english('has taken part in')],
  ['Certificate', 'success', 'en', 'Certificate', english('has successfully taken part in, and passed the exam of')],
];

/** What Kontor writes by itself for trainings: mails with a personal link, and certificates. */
export const mailTemplates = () =>
  mails.map((mail, i) => ({ id: id(i + 1), resource: 'enrolments', active: true, ...mail }));
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
