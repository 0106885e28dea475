import { describe, expect, test } from 'vitest';
import {
  choice,
  date,
  decimal,
  lines,
  reference,
  references,
  rollup,
  sequence,
  status,
  subject,
  text,
} from '../kinds/index.ts';
import { model } from '../modules/index.ts';
import { specimenModel } from '../testing/specimens.ts';
import { checkModel } from './checks.ts';
import { defineModel } from './model.ts';
import { defineModule } from './module.ts';
import type { Resource } from './resource.ts';

const name = text('Name');
const label = { de: ['X', 'X'] } as const;
/** A resource as a careless hand could write it, past the type checker. */
const resource = (more: Partial<Resource> & { name?: string }): Resource =>
  ({ name: 'things', label, title: ['name'], ...more, fields: { name, ...more.fields } }) as Resource;
const others = [
  resource({
    name: 'others',
    fields: {
      thing_id: reference('Ding', { to: 'things' }),
      amount: decimal('Betrag'),
      total: decimal('Summe', { guard: 'margin' }),
    },
  }),
];
const mistakes = (...resources: Resource[]): string[] =>
  checkModel(
    defineModel([
      defineModule({
        name: 'm',
        label: { de: 'M', en: 'M' },
        icon: 'x',
        resources: [...resources, ...others] as never,
      }),
    ]),
  );
const field = (value: object) => resource({ fields: { odd: value as never }, scopes: { own: { created_by: 'x' } } });
const workflow = (initial: string, from: string[], to: string, more: object = {}) =>
  resource({
    fields: { state: status('Status', { open: 'Offen', done: 'Fertig' }) },
    workflow: { field: 'state', initial, transitions: { go: { label: 'Los', from, to, ...more } } },
  });

const numbered = (fields: object) => {
  const things = workflow('open', ['open'], 'done');
  return { ...things, fields: { ...things.fields, ...fields } } as Resource;
};

/** Something that may copy what the one thing says to which it refers. */
const copying = (fields: object) =>
  resource({ fields: { other_id: reference('Anderes', { to: 'others' }), ...fields } as Resource['fields'] });

test('what is declared has no mistakes', () => {
  expect(checkModel(model)).toEqual([]);
  expect(checkModel(specimenModel)).toEqual([]);
});

describe('law 10: each mistake is named with its place and code', () => {
  const cases: [string, Resource[], string[]][] = [
    [
      'E101',
      [resource({}), resource({ name: 'calendar' })],
      ['calendar: E101 is the name of something else in the API'],
    ],
    [
      'E101',
      [resource({ name: 'Things' })],
      [
        'Things: E101 is no name in snake_case of at most 43 characters',
        ...['others.thing_id: E103 target "things" is not declared'],
      ],
    ],
    [
      'E101',
      [resource({ name: 'x'.repeat(44) }), resource({})],
      [`${'x'.repeat(44)}: E101 is no name in snake_case of at most 43 characters`],
    ],
    [
      'E101',
      [resource({ fields: { and: name, q: name, Größe: name } })],
      [
        'things.and: E101 is no possible field name',
        'things.q: E101 is no possible field name',
        'things.Größe: E101 is no possible field name',
      ],
    ],
    ['E102', [field({ kind: 'telepathy', label: 'X' })], ['things.odd: E102 kind "telepathy" is not registered']],
    ['E102', [field({ kind: 'toString', label: 'X' })], ['things.odd: E102 kind "toString" is not registered']],
    ['E103', [field(reference('Kunde', { to: 'custmers' }))], ['things.odd: E103 target "custmers" is not declared']],
    ['E103', [field(references('Marken', { to: 'brnds' }))], ['things.odd: E103 target "brnds" is not declared']],
    [
      'E103',
      [resource({ sheets: { list: { label: 'Liste', xlsx: 'rows' } } })],
      ['things: E103 sheets.list: "rows" is not declared'],
    ],
    [
      'E103',
      [field(reference('Anderes', { to: 'others', same: 'amnt' }))],
      ['things.odd: E103 "things.amnt" is no column', 'things.odd: E103 "others.amnt" is no column'],
    ],
    ['E104', [field(choice('Art', {}))], ['things.odd: E104 offers no value']],
    [
      'E104',
      [field(rollup('Summe', { of: 'others', by: 'thing_id' }))],
      ['things.odd: E104 needs exactly one of count, sum, mean, min, max'],
    ],
    ['E105', [resource({ title: ['nme'] })], ['things: E105 title names "nme", which is no field']],
    [
      'E105',
      [resource({ list: { columns: ['nme'], filters: ['a'], sort: ['b', 'ASC'] } })],
      [
        'things: E105 list.columns names "nme", which is no field',
        'things: E105 list.filters names "a", which is no field',
        'things: E105 list.sort names "b", which is no field',
      ],
    ],
    [
      'E105',
      [resource({ views: { board: { by: 'name', sum: 'name' } } })],
      ['things: E105 views.board sums "name", which is no field that can be summed'],
    ],
    [
      'E105',
      [resource({ form: { Allgemein: ['nme'] }, unique: [['c']], indices: [['d']] })],
      [
        'things: E105 form.Allgemein names "nme", which is no field',
        'things: E105 unique names "c", which is no column',
        'things: E105 indices names "d", which is no column',
      ],
    ],
    [
      'E105',
      [workflow('open', ['open'], 'done', { requires: ['nme'] })],
      ['things: E105 workflow.go names "nme", which is no field'],
    ],
    ['E106', [workflow('opn', ['open'], 'done')], ['things.state: E106 state "opn" is not declared']],
    [
      'E106',
      [workflow('open', ['open', 'waiting'], 'closed')],
      ['things.state: E106 state "waiting" is not declared', 'things.state: E106 state "closed" is not declared'],
    ],
    ['E106', [field(status('Status', { open: 'Offen' }))], ['things: E106 has a status but no workflow']],
    [
      'E107',
      [field(lines('Zeilen', { of: 'others', by: 'no_such' }))],
      ['things.odd: E107 "others.no_such" is not declared'],
    ],
    [
      'E107',
      [field(lines('Zeilen', { of: 'others', by: 'amount' }))],
      ['things.odd: E107 "others.amount" does not refer to things'],
    ],
    [
      'E108',
      [field(subject('Zu', { of: 'huggable' }))],
      ['things.odd: E108 no resource declares the ability "huggable"'],
    ],
    [
      'E109',
      [field(rollup('Summe', { of: 'others', by: 'no_such', count: true }))],
      ['things.odd: E109 "others.no_such" is not declared'],
    ],
    [
      'E109',
      [field(rollup('Summe', { of: 'others', by: 'thing_id', sum: 'amnt' }))],
      ['things.odd: E109 "others.amnt" is not declared'],
    ],
    [
      'E110',
      [resource({ scopes: { brand: { or: [{ nme: 'x' }, { not: { nmf: 1 } }] } } })],
      [
        'things: E110 scope brand: "nme" is no column of things',
        'things: E110 scope brand: "nmf" is no column of things',
      ],
    ],
    [
      'E110',
      [
        resource({
          fields: { other_id: reference('Andere', { to: 'others' }) },
          scopes: { own: { other_id: { where: { nme: 1 } } } },
        }),
      ],
      ['things: E110 scope own: "nme" is no column of others'],
    ],
    [
      'E110',
      [resource({ checks: { order: { that: { nme: { gt: 1 } }, field: 'name', message: 'x' } } })],
      ['things: E110 check order: "nme" is no column of things'],
    ],
    [
      'E110',
      [resource({ checks: { name: { that: { name: 'x' }, field: 'name', message: 'x' } } })],
      ['things: E110 check name: has the name of a field, whose own check it would be'],
    ],
    ['E110', [resource({ private_to: 'own' })], ['things: E110 private_to: scope "own" is not declared']],
    ['E111', [resource({}), resource({})], ['things: E111 declared twice']],
    ['E112', [field(decimal('Betrag', { search: 'A' }))], ['things.odd: E112 only text can be searched']],
    [
      'E112',
      [field(text('Geheim', { search: 'A', guard: 'prices' }))],
      ['things.odd: E112 what is guarded can not be searched'],
    ],
    [
      'E112',
      [field(reference('Ding', { to: 'things', search: 'A' }))],
      ['things.odd: E112 both this and what it refers to need a text that is searched'],
    ],
    [
      'E113',
      [field(sequence('Nummer', { series: 'x', on: 'finish' }))],
      ['things.odd: E113 is given by a transition, but there is no workflow'],
    ],
    [
      'E113',
      [numbered({ number: sequence('Nummer', { series: 'x', on: 'finish' }) })],
      ['things.number: E113 transition "finish" is not declared'],
    ],
    [
      'E113',
      [
        numbered({
          number: sequence('Nummer', { series: 'x', on: 'go' }),
          draft_number: sequence('Entwurf', { series: 'x' }),
        }),
      ],
      ['things.number: E113 series "x" gives numbers that may be lost elsewhere'],
    ],
    [
      'E114',
      [{ ...field(date('Tag')), stream: { at: 'odd', text: 'name', sort: 'name' } }],
      [
        'things: E114 a stream needs a subject on whose page it stands',
        'things.odd: E114 a stream is in the order of an instant',
        'things.name: E114 the sort of an entry is a choice',
      ],
    ],
    [
      'E115',
      [
        {
          ...field(reference('Ding', { to: 'others' })),
          notify: { assigned: 'odd', due: 'name', unless: { odd: 'x' } },
        },
      ],
      ['things.odd: E115 whom it concerns is a reference to users', 'things.name: E115 what is due has a date'],
    ],
    [
      'E116',
      [
        {
          ...field(lines('Zeilen', { of: 'others', by: 'thing_id' })),
          postal: { name: [['nme']], address: 'odd', facts: ['odder'] },
        },
      ],
      [
        'things: E105 postal names "nme", which is no field',
        'things: E105 postal names "odder", which is no field',
        'things.odd: E116 an address has street, postcode, city, country',
      ],
    ],
    [
      'E116',
      [{ ...field(reference('Anderes', { to: 'others' })), postal: { name: [['name']], at: 'odd' } }],
      ['things.odd: E116 where it is reached has an address'],
    ],
    [
      'E117',
      [field(decimal('Kleinster Betrag', { rollup: { of: 'others', by: 'thing_id', min: 'amount' }, required: true }))],
      ['things.odd: E117 is kept by the database: read-only, and not required'],
    ],
    [
      'E117',
      [copying({ amount: text('Text', { copies: ['other_id', 'amount'], readOnly: true }) })],
      ['things.amount: E117 "others.amount" is no column of the same type'],
    ],
    [
      'E117',
      [copying({ amount: decimal('Betrag', { copies: ['other_id', 'amnt'], readOnly: true }) })],
      ['things.amount: E117 "others.amnt" is no column of the same type'],
    ],
    [
      'E117',
      [copying({ amount: decimal('Betrag', { copies: ['name', 'amount'], readOnly: true }) })],
      ['things.amount: E117 "name" is no reference'],
    ],
    [
      'E117',
      [
        copying({
          thing_id: reference('Ding', { to: 'things', copies: ['other_id', 'thing_id'], readOnly: true }),
          same: text('Name', { copies: ['thing_id', 'name'], readOnly: true }),
        }),
      ],
      ['things.same: E117 "thing_id" is a copy itself'],
    ],
    [
      'E117',
      [
        copying({
          other_id: reference('Anderes', { to: 'others' }),
          same: text('Name', { max: 50, copies: ['other_id', 'name'], readOnly: true }),
        }),
      ],
      ['things.same: E117 "others.name" can have 200 characters, this one 50'],
    ],
    [
      'E117',
      [
        {
          ...copying({ amount: decimal('Betrag', { copies: ['other_id', 'amount'], readOnly: true }) }),
          append_only: true,
        },
      ],
      ['things.amount: E117 rows of which nothing changes can not follow others'],
    ],
    [
      'E117',
      [
        copying({
          total: decimal('Summe', { copies: ['other_id', 'total'], readOnly: true }),
          largest: decimal('Größte', { rollup: { of: 'others', by: 'thing_id', max: 'total' }, readOnly: true }),
          seen: decimal('Summe', { copies: ['other_id', 'total'], readOnly: true, guard: 'margin' }),
        }),
      ],
      [
        'things.total: E117 "others.total" is guarded by "margin", and so is what follows from it',
        'things.largest: E117 "others.total" is guarded by "margin", and so is what follows from it',
      ],
    ],
    [
      'E118',
      [{ ...field(reference('Anderes', { to: 'others' })), tree: 'odd' }, resource({ name: 'leaves', tree: 'nme' })],
      [
        'things.odd: E118 a tree is made by a reference to the same resource',
        'leaves.nme: E118 a tree is made by a reference to the same resource',
      ],
    ],
    [
      'E120',
      [{ ...field(date('Tag')), actions: { call: { label: 'Anrufen', when: { odder: 'x' } } } }],
      ['things: E120 actions.call: "odder" is no column of things'],
    ],
    [
      'E120',
      [
        {
          ...copying({ owner_id: reference('Wer', { to: 'others', guard: 'margin' }) }),
          actions: {
            call: { label: 'Anrufen', when: { or: [{ not: { owner_id: { null: true } } }, { name: 'x' }] } },
            look: { label: 'Sehen', when: { other_id: { where: { name: 'x' } } } },
            mine: { label: 'Meins', when: { name: { eq: { user: 'id' } } } },
          },
        },
      ],
      [
        'things: E120 actions.call: "owner_id" is guarded',
        'things: E120 actions.look: "other_id" leads to another record',
        'things: E120 actions.mine: "name" is compared with who asks',
      ],
    ],
    [
      'E121',
      [
        {
          ...field(date('Tag')),
          form: { Ding: ['name'] },
          page: {
            panels: [
              { of: 'nowhere', by: 'x', columns: [], sort: ['name', 'ASC'] },
              { of: 'others', by: 'amount', columns: ['nothing'], sort: ['amount', 'ASC'], tick: 'total' },
              { of: 'others', by: 'thing_id', columns: ['amount'], sort: ['amount', 'ASC'], filter: { thing: 1 } },
            ],
            among: { Ding: ['created_at', 'name', 'odd', 'none'], Geld: ['updated_at'] },
          },
        },
      ],
      [
        'things: E121 page: "nowhere" is not declared',
        'things: E121 page: "amount" of others does not name records of things',
        'things: E121 page: "total" is no yes or no of others',
        'things: E121 page: "nothing" is no field of others',
        'things: E121 page: "thing" is no filter of others',
        'things: E121 page: "Geld" is no section of the form',
        'things: E121 page: "name" is no value that stands at the side',
        'things: E121 page: "odd" is no value that stands at the side',
        'things: E121 page: "none" is no value that stands at the side',
      ],
    ],
    [
      'E122',
      [
        {
          ...field(reference('Anderes', { to: 'others', onDelete: 'cascade' })),
          permanent: true,
          trash: true,
          append_only: true,
          owned: true,
        },
      ],
      [
        'things: E122 is never deleted, and has a trash',
        'things: E122 is never deleted as it is: nothing of it changes',
        'things: E122 is never deleted, and is a line of something else',
        'things: E122 is never deleted, and goes with "odd"',
      ],
    ],
  ];

  test.each(cases)('%s %#', (code, resources, expected) => {
    expect(mistakes(...resources)).toEqual(expected);
    expect(expected.some((line) => line.includes(`: ${code} `))).toBe(true);
  });

  test('every code has a case', () => {
    // E119 has a test of its own: overviews
    const codes = [...Array.from({ length: 18 }, (_, i) => `E${101 + i}`), 'E120', 'E121', 'E122'];
    expect([...new Set(cases.map(([code]) => code))]).toEqual(codes);
  });
});
