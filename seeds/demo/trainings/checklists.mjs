import { trainingIds } from '../ids.mjs';
import { addDays, dayOf } from './workdays.mjs';

/** Lists by name: formats, with every training or not; items as days from an anchor (f: first, l: last session, c: confirmation), `!` blocks. */
const lists = [
  [
    'Organisation',
    [],
    true,
    `c+2 Bestätigung an den Kunden geschickt
!f-21 Trainer schriftlich beauftragt
!f-14 Teilnehmerliste vollständig
f-10 Einladungen verschickt
f-3 Erinnerung verschickt
l+2 Anwesenheit geprüft
l+5 Bescheinigungen verschickt
l+7 Rechnung vorbereitet`,
  ],
  [
    'Präsenz vor Ort',
    ['classroom', 'hybrid'],
    true,
    `!f-28 Raum gebucht
f-10 Bewirtung bestellt
f-7 Anfahrt an alle geschickt
f-5 Unterlagen gedruckt
f-1 Namensschilder und Moderationskoffer gepackt`,
  ],
  [
    'Online',
    ['online', 'hybrid'],
    true,
    `!f-7 Link zur Videokonferenz geprüft
f-5 Zugänge zur Lernplattform angelegt
f-2 Technikcheck mit dem Trainer`,
  ],
  [
    'Auf dem Wasser',
    ['classroom'],
    false,
    `!f-10 Boot geprüft und vollgetankt
f-5 Schwimmwesten in allen Größen
f-1 Wetter entschieden und mitgeteilt`,
  ],
  [
    'Prüfung',
    [],
    false,
    `!f-30 Prüfungskommission bestellt
f-14 Unterlagen der Prüflinge vollständig
l+3 Ergebnisse eingetragen`,
  ],
  [
    'Notebooks',
    ['classroom', 'hybrid'],
    false,
    `f-6 Rechner aktualisiert und geladen
!f-4 Konten und Lizenzen freigeschaltet`,
  ],
].map(([name, formats, always, items], i) => ({
  id: trainingIds.checklistTemplate(i + 1),
  name,
  formats,
  always,
  items: items.split('\n').map((line) => {
    const [, blocks, anchor, offset, text] = /^(!?)([flc])([+-]\d+) (.*)$/.exec(line);
    return {
      name: text,
      anchor: { f: 'first_session', l: 'last_session', c: 'confirmation' }[anchor],
      offset_days: Number(offset),
      blocking: blocks === '!',
    };
  }),
}));

export const checklistTemplates = lists.map(({ items: _items, ...list }) => ({ ...list, active: true }));
export const checklistTemplateItems = lists
  .flatMap(({ id, items }) => items.map((item) => ({ template_id: id, ...item })))
  .map((item, i) => ({ id: trainingIds.checklistTemplateItem(i + 1), ...item }));

/** What a template of the catalogue asks for beyond what every training has. */
export const templatesFor = ({ marks }) =>
  lists
    .filter(({ name }) => ({ 'Auf dem Wasser': 'boat', Prüfung: 'exam', Notebooks: 'kit' })[name] !== undefined)
    .filter(({ name }) => marks.has({ 'Auf dem Wasser': 'boat', Prüfung: 'exam', Notebooks: 'kit' }[name]))
    .map(({ id }) => id);

const withLists = ['confirmed', 'planned', 'delivered', 'invoiced', 'closed'];

/**
 * The checklists of confirmed trainings. What is obligatory is done where the training is planned; of the rest some lies
 * about undone, also beyond its day. What was over long ago was worked with before there were lists.
 */
export function checklists(chance, trainings, today) {
  const rows = { checklists: [], items: [] };
  const recent = ({ row, last }) => withLists.includes(row.status) && last > addDays(today, -120);
  for (const training of trainings.filter(recent)) {
    const { row, template, first, last } = training;
    const wanted = template.row.checklist_template_ids;
    const fitting = lists.filter(
      ({ id, always, formats }) => (always || wanted.includes(id)) && (!formats.length || formats.includes(row.format)),
    );
    for (const list of fitting) {
      const id = trainingIds.checklist(rows.checklists.length + 1);
      const stamps = {
        created_at: training.steps.confirmed,
        created_by: row.owner_id,
        updated_at: training.steps.confirmed,
      };
      rows.checklists.push({
        id,
        ...stamps,
        name: list.name,
        subject_resource: 'trainings',
        subject_id: row.id,
        brand_id: row.brand_id,
        template_id: list.id,
      });
      for (const [place, item] of list.items.entries()) {
        const anchor = { first_session: first, last_session: last, confirmation: dayOf(training.steps.confirmed) }[
          item.anchor
        ];
        const due_on = addDays(anchor, item.offset_days);
        const past = due_on < today;
        const done =
          row.status === 'closed' || (item.blocking && row.status !== 'confirmed') || chance.chance(past ? 0.86 : 0.12);
        const at = done ? training.doneAt(due_on) : null;
        rows.items.push({
          id: trainingIds.checklistItem(rows.items.length + 1),
          ...stamps,
          updated_at: at ?? stamps.updated_at,
          ...item,
          checklist_id: id,
          subject_resource: 'trainings',
          subject_id: row.id,
          done,
          due_on,
          assignee_id: row.owner_id,
          done_at: at,
          done_by_id: done ? row.owner_id : null,
          place,
        });
      }
    }
  }
  return rows;
}
