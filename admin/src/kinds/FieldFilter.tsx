import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Skeleton from '@mui/material/Skeleton';
import { Suspense } from 'react';
import { useLocale } from '../app/texts.ts';
import { viewOf } from './index.ts';
import type { KindFilterProps } from './view.ts';

export interface FieldFilterProps extends Pick<KindFilterProps, 'values' | 'onChange'> {
  /** The declaration. */
  readonly resource: Resource;
  readonly name: string;
}

/** The filter of a field: reads and writes entries of a list's filter. */
export function FieldFilter({ resource, name, values, onChange }: FieldFilterProps) {
  const locale = useLocale();
  const field = fieldNamed(resource, name);
  if (!field) return null;
  const { Filter } = viewOf(field);
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={68} />}>
      <Filter
        name={name}
        field={field}
        resource={resource.name}
        label={fieldLabel(field, name, locale)}
        values={values}
        onChange={onChange}
      />
    </Suspense>
  );
}
