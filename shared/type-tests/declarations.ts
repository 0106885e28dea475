// Mistakes in declarations that must not compile. `tsc -p shared/type-tests` fails when one of them does.
import {
  choice,
  choices,
  currentUser,
  date,
  defineModule,
  defineModules,
  defineResource,
  integer,
  lines,
  money,
  reference,
  references,
  rollup,
  status,
  subject,
  text,
} from '@kontor/shared';

const label = { de: ['Training', 'Trainings'] } as const;
const fields = {
  name: text('Bezeichnung', { required: true }),
  starts_on: date('Beginn'),
  about: subject('Zu', { of: 'notable' }),
  state: status('Status', { lead: 'Anfrage', confirmed: 'Bestätigt' }),
};
const workflow = {
  field: 'state',
  initial: 'lead',
  transitions: { confirm: { label: 'Bestätigen', from: ['lead'], to: 'confirmed', requires: ['starts_on'] } },
} as const;

// right
defineResource({
  name: 'trainings',
  label,
  title: ['name', 'created_at'],
  fields,
  workflow,
  list: { columns: ['name', 'state', 'updated_by'], filters: ['state'], sort: ['starts_on', 'DESC'] },
  views: { board: { by: 'state' }, calendar: { from: 'starts_on' } },
  form: { Allgemein: ['name', 'about'] },
  unique: [['name', 'starts_on']],
  indices: [['about_resource', 'about_id']],
  scopes: { own: { created_by: { eq: currentUser.id } } },
  trash: true,
});

// misspelt columns, one at a time
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['nme'], fields });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, list: { columns: ['nme'] } });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, list: { columns: ['name'], filters: ['nme'] } });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, list: { columns: ['name'], sort: ['nme', 'ASC'] } });
// @ts-expect-error no order "UP"
defineResource({ name: 'a', label, title: ['name'], fields, list: { columns: ['name'], sort: ['name', 'UP'] } });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, form: { Allgemein: ['nme'] } });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, unique: [['nme']] });
// @ts-expect-error no column "about"
defineResource({ name: 'a', label, title: ['name'], fields, indices: [['abut_id']] });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, views: { board: { by: 'nme' } } });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, views: { calendar: { from: 'nme' } } });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, import_key: ['nme'] });
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, duplicates: ['nme'] });
// biome-ignore format: the mistake must stand below its mark
// @ts-expect-error the message has no such field
defineResource({ name: 'a', label, title: ['name'], fields, checks: { x: { that: { name: 'x' }, field: 'nme', message: 'x' } } });
// biome-ignore format: the mistake must stand below its mark
// @ts-expect-error the range has no such field
defineResource({ name: 'a', label, title: ['name'], fields, exclusions: { x: { equal: ['name'], range: ['starts_on', 'ends_on'], message: 'x' } } });
// @ts-expect-error no option "colums"
defineResource({ name: 'a', label, title: ['name'], fields, colums: [] });

// unknown states
// @ts-expect-error no state "led"
defineResource({ name: 'a', label, title: ['name'], fields, workflow: { ...workflow, initial: 'led' } });
// @ts-expect-error "name" is no status
defineResource({ name: 'a', label, title: ['name'], fields, workflow: { ...workflow, field: 'name' } });
// biome-ignore format: the mistake must stand below its mark
// @ts-expect-error no state "led"
defineResource({ name: 'a', label, title: ['name'], fields, workflow: { ...workflow, transitions: { go: { label: 'Los', from: ['led'], to: 'confirmed' } } } });
// biome-ignore format: the mistake must stand below its mark
// @ts-expect-error no state "done"
defineResource({ name: 'a', label, title: ['name'], fields, workflow: { ...workflow, transitions: { go: { label: 'Los', from: ['lead'], to: 'done' } } } });
// biome-ignore format: the mistake must stand below its mark
// @ts-expect-error no field "nme"
defineResource({ name: 'a', label, title: ['name'], fields, workflow: { ...workflow, transitions: { go: { label: 'Los', from: ['lead'], to: 'confirmed', requires: ['nme'] } } } });

// options of kinds
// @ts-expect-error a text has no "minimum"
text('Name', { minimum: 3 });
// @ts-expect-error a limit of an exact number is a text
money('Preis', { min: 0 });
// @ts-expect-error a limit of an integer is a number
integer('Anzahl', { max: '3' });
// @ts-expect-error "c" is not offered
choice('Art', { a: 'A', b: 'B' }, { default: 'c' });
// @ts-expect-error "c" is not offered
choices('Arten', { a: 'A', b: 'B' }, { default: ['c'] });
// @ts-expect-error a tone of a state that is not there
status('Status', { open: 'Offen' }, { tones: { opn: 'info' } });
// @ts-expect-error there is no such tone
status('Status', { open: 'Offen' }, { tones: { open: 'pink' } });
// @ts-expect-error a reference needs its target
reference('Kunde', {});
// @ts-expect-error lines need the field that names the parent
lines('Zeilen', { of: 'others' });
// @ts-expect-error a search weight is A, B or C
text('Name', { search: 'D' });

// dangling references
const place = defineResource({ name: 'places', label, title: ['name'], fields: { name: text('Name') } });
const known = defineResource({
  name: 'known',
  label,
  title: ['name'],
  fields: { name: text('Name'), place_id: reference('Ort', { to: 'places' }) },
});
const dangling = defineResource({
  name: 'dangling',
  label,
  title: ['name'],
  fields: { name: text('Name'), customer_id: reference('Kunde', { to: 'custmers' }) },
});
const listed = defineResource({
  name: 'listed',
  label,
  title: ['name'],
  fields: { name: text('Name'), tag_ids: references('Orte', { to: 'plces' }) },
});
const lined = defineResource({
  name: 'lined',
  label,
  title: ['name'],
  fields: { name: text('Name'), rows: lines('Zeilen', { of: 'nowhere', by: 'x' }) },
});
const rolled = defineResource({
  name: 'rolled',
  label,
  title: ['name'],
  fields: { name: text('Name'), n: rollup('Anzahl', { of: 'nowhere', by: 'x', count: true }) },
});
const about = { name: 'm', label: { de: 'M', en: 'M' }, icon: 'x' } as const;
defineModules(defineModule({ ...about, resources: [place, known] }));
// @ts-expect-error dangling.customer_id refers to "custmers", which is not declared
defineModules(defineModule({ ...about, resources: [place, dangling] }));
// @ts-expect-error listed.tag_ids refers to "plces"
defineModules(defineModule({ ...about, resources: [place, listed] }));
// @ts-expect-error lined.rows refers to "nowhere"
defineModules(defineModule({ ...about, resources: [place, lined] }));
// @ts-expect-error rolled.n refers to "nowhere"
defineModules(defineModule({ ...about, resources: [place, rolled] }));
