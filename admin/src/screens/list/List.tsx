import { ListBase } from 'ra-core';
import { useMemo } from 'react';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedsOf } from './columns/fields.ts';
import { useColumns } from './columns/useColumns.ts';
import { pageSizes } from './Footer.tsx';
import { ListView } from './ListView.tsx';
import { useMendedAddress } from './useMendedAddress.ts';

/** The generated list of a resource. Filters, sort and page stand in the address, so that a link can be sent. */
export default function List({ resource: name }: ScreenProps) {
  const resource = useDeclaration(name);
  const columns = useColumns(resource);
  const sort = useMemo(() => {
    const [field, order] = resource.list?.sort ?? ['created_at', 'DESC'];
    return { field, order };
  }, [resource]);
  const embed = useMemo(() => embedsOf(resource, [...columns.shown, ...resource.title]), [resource, columns.shown]);
  // The address is read on the first render: it has to be right before.
  if (!useMendedAddress(resource)) return null;
  return (
    <ListBase
      key={name}
      resource={name}
      perPage={pageSizes[0]}
      sort={sort}
      exporter={false}
      disableAuthentication
      queryOptions={{ meta: { embed }, onError: ignore }}
    >
      <ListView resource={resource} columns={columns} />
    </ListBase>
  );
}

/** A failed list says so in its own place. */
const ignore = () => undefined;
