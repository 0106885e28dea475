import { ListBase } from 'ra-core';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedsOf } from '../list/columns/fields.ts';
import { TrashView } from './TrashView.tsx';

/** Deleted last, shown first. */
const sort = { field: 'deleted_at', order: 'DESC' } as const;
const onlyTrash = { _trash: true };
const ignore = () => undefined;

/** The deleted records of a resource, to be restored or deleted for good. */
export default function Trash({ resource: name }: ScreenProps) {
  const resource = useDeclaration(name);
  return (
    <ListBase
      key={name}
      resource={name}
      storeKey={`${name}.trash`}
      perPage={25}
      sort={sort}
      filter={onlyTrash}
      exporter={false}
      disableAuthentication
      queryOptions={{ meta: { embed: embedsOf(resource, [...resource.title, 'deleted_by']) }, onError: ignore }}
    >
      <TrashView resource={resource} />
    </ListBase>
  );
}
