import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, type Resource, resourceLabel } from '@kontor/shared';
import { root } from '../config.ts';
import { columns, type Look, section } from './text.ts';

/** Where the module of a resource keeps what is special about its screens. */
export const presentationFolder = (model: Model, resource: Resource) =>
  `admin/src/modules/${model.moduleOf(resource.name).name}`;

/** The screens of a resource with their addresses, and what may stand in for the generated ones. */
export function explainScreens(model: Model, resource: Resource, look: Look): string[] {
  if (resource.server_only) return [];
  const { name, views, list, form } = resource;
  const writable = !resource.internal && !resource.append_only && !resource.owned;
  const sorted = list?.sort ? `, sorted by ${list.sort.join(' ')}` : '';
  const screens: string[][] = [
    [`/${name}`, 'list', `${(list?.columns ?? resource.title).join(', ')}${sorted}`],
    ...(list?.filters?.length ? [['', '', `filters: ${list.filters.join(', ')}`]] : []),
    [`/${name}/{id}/show`, 'show', Object.keys(form ?? {}).join(', ') || 'all fields'],
    ...(writable
      ? [
          [`/${name}/create`, 'create', ''],
          [
            `/${name}/{id}`,
            'edit',
            Object.entries(form ?? {})
              .map(([title, fields]) => `${title} (${fields.join(', ')})`)
              .join('; '),
          ],
        ]
      : []),
    ...(views?.board
      ? [[`/${name}/board`, 'board', `by ${views.board.by}${views.board.sum ? `, sum of ${views.board.sum}` : ''}`]]
      : []),
    ...(views?.calendar
      ? [[`/${name}/calendar`, 'calendar', [views.calendar.from, views.calendar.to].filter(Boolean).join(' to ')]]
      : []),
    ...(resource.trash ? [[`/${name}/trash`, 'trash', '']] : []),
  ];
  const owners = model.owners(name).map((o) => `  edited within ${o.resource.name}.${o.field}`);
  const incoming = model
    .incoming(name)
    .filter(({ resource: from }) => !from.server_only)
    .map(({ resource: from, field, kind }) => [`${from.name}.${field}`, kind, resourceLabel(from, 'de')]);
  const folder = presentationFolder(model, resource);
  const own = existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).filter((file) => file === 'index.ts')
    : [];
  return [
    ...section('Screens', [...columns(screens, look), ...owners], look),
    ...section('Referred to by', columns(incoming, look), look),
    ...section(
      'Overrides',
      [`  ${own.length ? `${folder}/${own[0]}` : `none; they would stand in ${folder}/index.ts`}`],
      look,
    ),
  ];
}
