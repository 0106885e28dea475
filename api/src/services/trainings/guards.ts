import { formatDate, inZone } from '@kontor/shared';
import type { Row } from '../../engine/context.ts';
import type { GuardCall, Missing } from '../../engine/guards.ts';
import { sql } from '../../query/sql.ts';

/** What the steps of a training need. Sentences say what is missing; links lead to where it is put right. */

/** So many sessions or items are named one by one. */
const named = 10;

const sayer =
  ({ context }: GuardCall) =>
  (de: string, en: string): string =>
    context.locale === 'en' ? en : de;
const dayOf = ({ context: { engine, locale } }: GuardCall, instant: string): string =>
  formatDate(inZone(new Date(instant), engine.timeZone).date, locale);
const editOf = ({ record }: GuardCall): string => `/trainings/${record.id}`;
const tab = (resource: string, id: string, relation: string): string => `/${resource}/${id}/show?tab=${relation}`;

/** The first of many, and how many there are besides. */
function some(call: GuardCall, all: readonly Missing[], link: string): readonly Missing[] {
  const more = all.length - named;
  const t = sayer(call);
  return more > 0 ? [...all.slice(0, named), { text: t(`Und ${more} weitere.`, `And ${more} more.`), link }] : all;
}

/** Exempt (UStG § 4 no. 21) is only what a certificate of the authority is valid for when the training begins. */
async function vat(call: GuardCall): Promise<readonly Missing[]> {
  const { on, record, context } = call;
  if (!String(record.vat_case).startsWith('exempt')) return [];
  const t = sayer(call);
  const first = record.first_session_at
    ? inZone(new Date(record.first_session_at), context.engine.timeZone).date
    : record.starts_on;
  const [template] = record.template_id
    ? await on.query<Row>(
        sql`SELECT vat_certificate, vat_authority, vat_valid_from, vat_valid_to FROM training_templates WHERE id = ${record.template_id}`,
      )
    : [];
  const field = 'vat_case';
  if (!template?.vat_certificate || !template.vat_authority || !template.vat_valid_from)
    return [
      {
        text: t(
          'Steuerfrei ist ein Training nur mit einer Bescheinigung nach § 4 Nr. 21 UStG in seiner Vorlage.',
          'A training is exempt only with a certificate under § 4 no. 21 UStG in its template.',
        ),
        link: record.template_id ? `/training_templates/${record.template_id}` : editOf(call),
        field,
      },
    ];
  const early = first && first < template.vat_valid_from;
  const late = first && template.vat_valid_to && first > template.vat_valid_to;
  if (!early && !late) return [];
  return [
    {
      text: t(
        `Die Bescheinigung für die Steuerbefreiung gilt nicht am ersten Termin (${formatDate(first, 'de')}).`,
        `The certificate for the exemption is not valid on the first session (${formatDate(first, 'en')}).`,
      ),
      link: `/training_templates/${record.template_id}`,
      field,
    },
  ];
}

export async function offered(call: GuardCall): Promise<readonly Missing[]> {
  const { record } = call;
  const t = sayer(call);
  const link = editOf(call);
  const priced = record.kind === 'open' ? (record.participant_price ?? record.price) : record.price;
  return [
    ...(record.customer_id || record.kind === 'open'
      ? []
      : [
          {
            text: t('Ein Inhouse-Training braucht einen Kunden.', 'An in-house training needs a customer.'),
            link,
            field: 'customer_id',
          },
        ]),
    ...(record.template_id
      ? []
      : [
          {
            text: t('Es fehlt die Vorlage aus dem Katalog.', 'The template of the catalogue is missing.'),
            link,
            field: 'template_id',
          },
        ]),
    ...(priced === null || priced === undefined
      ? [
          record.kind === 'open'
            ? {
                text: t('Es fehlt der Preis je Teilnehmer.', 'The price per participant is missing.'),
                link,
                field: 'participant_price',
              }
            : { text: t('Es fehlt der Pauschalpreis.', 'The fixed price is missing.'), link, field: 'price' },
        ]
      : []),
    ...(await vat(call)),
  ];
}

export async function confirmed(call: GuardCall): Promise<readonly Missing[]> {
  const { record } = call;
  const t = sayer(call);
  const link = tab('trainings', record.id, 'training_sessions.training_id');
  const none = {
    text: t('Es gibt noch keine Termine.', 'There are no sessions yet.'),
    link,
  };
  return [...(record.sessions_count > 0 ? [] : [none]), ...(await vat(call))];
}

/** Every session has a confirmed trainer and a place: its own, or that of the training. */
async function staffing(call: GuardCall): Promise<readonly Missing[]> {
  const { on, record } = call;
  const t = sayer(call);
  const sessions = await on.query<Row>(
    sql`SELECT s.id, s.name, s.starts_at, s.confirmed_trainers > 0 AS staffed, EXISTS (SELECT 1 FROM trainer_assignments a WHERE a.session_id = s.id AND a.status IN ('option', 'asked')) AS waiting, coalesce(s.location_id::text, s.online_link, ${record.location_id ?? null}::text, ${record.online_link ?? null}::text) IS NOT NULL AS placed FROM training_sessions s WHERE s.training_id = ${record.id} ORDER BY s.starts_at, s.id`,
  );
  if (sessions.length === 0) return confirmed(call);
  const found = sessions.flatMap(({ id, name, starts_at, staffed, waiting, placed }): Missing[] => {
    const session = `${t(`„${name}“`, `“${name}”`)} (${dayOf(call, starts_at)})`;
    const trainer = waiting
      ? t(`Für ${session} hat noch kein Trainer zugesagt.`, `No trainer has been confirmed for ${session} yet.`)
      : t(`Für ${session} fehlt ein Trainer.`, `A trainer is missing for ${session}.`);
    const link = waiting
      ? tab('training_sessions', id, 'trainer_assignments.session_id')
      : `/trainings/${record.id}/trainers`;
    const place = t(
      `Für ${session} fehlt der Ort oder der Link.`,
      `The location or the link is missing for ${session}.`,
    );
    return [
      ...(staffed ? [] : [{ text: trainer, link }]),
      ...(placed ? [] : [{ text: place, link: `/training_sessions/${id}` }]),
    ];
  });
  return some(call, found, tab('trainings', record.id, 'training_sessions.training_id'));
}

async function obligatory(call: GuardCall): Promise<readonly Missing[]> {
  const { on, record } = call;
  const t = sayer(call);
  const items = await on.query<Row>(
    sql`SELECT id, name FROM checklist_items WHERE subject_resource = 'trainings' AND subject_id = ${record.id} AND blocking AND NOT done ORDER BY due_on NULLS LAST, place, id`,
  );
  const found = items.map(({ id, name }) => ({
    text: t(`Noch nicht erledigt: „${name}“.`, `Not done yet: “${name}”.`),
    link: `/checklist_items/${id}`,
  }));
  return some(call, found, tab('trainings', record.id, 'checklist_items.subject'));
}

export const planned = async (call: GuardCall): Promise<readonly Missing[]> => [
  ...(await staffing(call)),
  ...(await obligatory(call)),
  ...(await vat(call)),
];

export async function delivered(call: GuardCall): Promise<readonly Missing[]> {
  const { on, record } = call;
  const t = sayer(call);
  const sessions = tab('trainings', record.id, 'training_sessions.training_id');
  if (!record.last_session_at) return [{ text: t('Es gibt keine Termine.', 'There are no sessions.'), link: sessions }];
  const over = record.last_session_at < new Date().toISOString();
  const last = dayOf(call, record.last_session_at);
  const open = await on.query<Row>(
    sql`SELECT s.id, s.name, s.starts_at, count(*)::int AS people FROM training_sessions s JOIN enrolments e ON e.training_id = s.training_id AND e.status = 'enrolled' WHERE s.training_id = ${record.id} AND NOT EXISTS (SELECT 1 FROM attendance_records a WHERE a.session_id = s.id AND a.enrolment_id = e.id) GROUP BY s.id ORDER BY s.starts_at, s.id`,
  );
  const attendance = open.map(({ id, name, starts_at, people }) => ({
    text: t(
      `Die Anwesenheit von ${people} Teilnehmenden bei „${name}“ (${dayOf(call, starts_at)}) ist nicht erfasst.`,
      `The attendance of ${people} at “${name}” (${dayOf(call, starts_at)}) is not recorded.`,
    ),
    link: tab('training_sessions', id, 'attendance_records.session_id'),
  }));
  return [
    ...(over
      ? []
      : [
          {
            text: t(`Der letzte Termin ist erst am ${last} vorbei.`, `The last session ends on ${last}.`),
            link: sessions,
          },
        ]),
    ...some(call, attendance, sessions),
  ];
}

/** Number and date are asked for by the step itself. */
export const invoiced = vat;
