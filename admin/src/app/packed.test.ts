import { gzipSync } from 'node:zlib';
import { defineModel, defineModule, defineResource, reference, subject, text } from '@kontor/shared';
import { model } from '@kontor/shared/modules/index';
import { describe, expect, test } from 'vitest';
import { packManifest, packRelations, packResource } from './packed.ts';

const owners = defineResource({
  name: 'owners',
  label: { de: ['Halter', 'Halter'], en: ['Owner', 'Owners'] },
  icon: 'person',
  title: ['name'],
  fields: { name: text('Name') },
  abilities: ['notable'],
  trash: true,
  views: { board: { by: 'name' } },
  scopes: { own: { name: 'x' } },
});
const dogs = defineResource({
  name: 'dogs',
  label: { de: ['Hund', 'Hunde'] },
  title: ['name'],
  fields: {
    name: text('Name'),
    owner_id: reference('Halter', { to: 'owners' }),
    about: subject('Zu', { of: 'notable' }),
  },
  owned: true,
});
const hidden = defineResource({
  name: 'hidden',
  label: { de: ['Geheim', 'Geheimes'] },
  title: ['owner_id'],
  fields: { owner_id: reference('Halter', { to: 'owners' }) },
  server_only: true,
});
const pets = defineModel([
  defineModule({ name: 'pets', label: { de: 'Tiere', en: 'Pets' }, icon: 'pets', resources: [owners, dogs, hidden] }),
]);

describe('what the admin knows of all resources', () => {
  test('packs a resource with its flags and the names of its scopes', () => {
    expect(packResource(owners)).toEqual(['owners', ['Halter', 'Halter'], ['Owner', 'Owners'], 'person', 'bt', 'own']);
    expect(packResource(dogs)).toEqual(['dogs', ['Hund', 'Hunde'], 0, '', 'o', '']);
  });

  test('leaves out what only the server knows', () => {
    expect(packManifest(pets)[0]?.[4].map(([name]) => name)).toEqual(['owners', 'dogs']);
    expect(packRelations(pets).incoming.owners?.map(([resource]) => resource)).toEqual(['dogs', 'dogs']);
  });

  test('knows who points where', () => {
    const { incoming, abilities } = packRelations(pets);
    expect(incoming.owners).toEqual([
      ['dogs', 'owner_id', 'r'],
      ['dogs', 'about', 's'],
    ]);
    expect(abilities).toEqual({ notable: ['owners'] });
  });

  test('a further resource adds at most 80 bytes to the first load', () => {
    const size = (value: unknown) => gzipSync(JSON.stringify(value), { level: 9 }).length;
    const manifest = packManifest(model);
    // Names as different as real ones: repeated ones would compress better than they should.
    const words =
      'Angebot Lieferschein Mahnung Stückliste Zeiterfassung Fahrzeug Urlaubsantrag Vertrag Lager Konto'.split(' ');
    const further = words.map(
      (word, i): ReturnType<typeof packResource> => [
        `${word.toLowerCase()}_entries`,
        [word, `${word}en`],
        [`${word} entry`, `${word} entries`],
        ['receipt_long', 'event', 'warehouse', 'badge', 'sell'][i % 5]!,
        'bt',
        'brand,own',
      ],
    );
    const grown = [...manifest, ['more', 'Mehr', 'More', 'tune', further]];
    expect(
      (size(grown) - size([...manifest, ['more', 'Mehr', 'More', 'tune', []]])) / words.length,
    ).toBeLessThanOrEqual(80);
  });
});
