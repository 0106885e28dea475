import { fieldLabel, fieldNamed, kindOf, type Operation, type Resource } from '@kontor/shared';
import Skeleton from '@mui/material/Skeleton';
import { Suspense } from 'react';
import { useLocale } from '../app/texts.ts';
import { useOpens } from '../providers/access.ts';
import { viewOf } from './index.ts';

export interface FieldInputProps {
  /** The declaration. */
  readonly resource: Resource;
  readonly name: string;
  /** Path in the form; the name unless the field stands within lines. */
  readonly source?: string;
  readonly disabled?: boolean;
  readonly dense?: boolean;
  readonly autoFocus?: boolean;
  /** What the input is for; its right opens what is guarded. To change the record unless said otherwise. */
  readonly operation?: Operation | undefined;
  /** Overrides the declaration, for example in a bulk edit where nothing is required. */
  readonly required?: boolean;
}

/** The input of a field, within a form. Heavy inputs are loaded when first shown; their place is kept meanwhile. */
export function FieldInput(props: FieldInputProps) {
  const { resource, name, source = name, disabled, dense, autoFocus, required, operation = 'update' } = props;
  const locale = useLocale();
  // what may be seen need not be changed; the server has the last word about new records
  const opens = useOpens(resource, operation);
  const field = fieldNamed(resource, name);
  if (!field) return null;
  const { Input } = viewOf(field);
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={dense ? 32 : 62} />}>
      <Input
        source={source}
        name={name}
        field={field}
        resource={resource.name}
        label={fieldLabel(field, name, locale)}
        required={required ?? (Boolean(field.required) && !kindOf(field).computed)}
        disabled={disabled ?? (Boolean(field.readOnly) || !opens(field.guard))}
        dense={dense ?? false}
        autoFocus={autoFocus ?? false}
      />
    </Suspense>
  );
}
