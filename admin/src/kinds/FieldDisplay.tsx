import { fieldLabel, fieldNamed, kindOf, type Resource } from '@kontor/shared';
import { useLocale } from '../app/texts.ts';
import { viewOf } from './index.ts';

export interface FieldDisplayProps {
  /** The declaration. */
  readonly resource: Resource;
  /** A declared field or a system column. */
  readonly name: string;
  readonly record: Record<string, any>;
  /** One line, as in a table cell or on a card. */
  readonly dense?: boolean;
}

/** The value of a field in a record, as its kind shows it. */
export function FieldDisplay({ resource, name, record, dense }: FieldDisplayProps) {
  const locale = useLocale();
  const field = fieldNamed(resource, name);
  if (!field) return null;
  const { Display } = viewOf(field);
  return (
    <Display
      value={valueIn(record, name, kindOf(field).columns(field, name).length > 1)}
      name={name}
      field={field}
      resource={resource.name}
      record={record}
      locale={locale}
      dense={dense ?? false}
    />
  );
}

/** A subject has two halves on the wire; its value is both, or nothing. */
const valueIn = (record: Record<string, any>, name: string, halves: boolean): unknown =>
  !halves
    ? record[name]
    : record[`${name}_id`]
      ? { resource: record[`${name}_resource`], id: record[`${name}_id`] }
      : null;

/** The name of a field in the language of the user. */
export function KindLabel({ resource, name }: { readonly resource: Resource; readonly name: string }) {
  const locale = useLocale();
  const field = fieldNamed(resource, name);
  return field ? fieldLabel(field, name, locale) : null;
}
