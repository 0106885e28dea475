import type { AnyField, Locale } from '@kontor/shared';
import type { ComponentType } from 'react';

/** What an input of a kind gets. It registers itself in the react-hook-form of react-admin by `source`. */
export interface KindInputProps {
  /** Path in the form: the field's name, or `addresses.0.city` within lines. */
  readonly source: string;
  /** The declared name of the field (a subject's properties are `<name>_resource` and `<name>_id`). */
  readonly name: string;
  readonly field: AnyField;
  /** The resource that declares the field. */
  readonly resource: string;
  readonly label: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** No label, no helper text, small: a cell of an editable grid. */
  readonly dense?: boolean;
  readonly autoFocus?: boolean;
}

/** What a display of a kind gets. */
export interface KindDisplayProps {
  readonly value: any;
  readonly name: string;
  readonly field: AnyField;
  readonly resource: string;
  /** The whole record, with `_embedded` titles. */
  readonly record: Record<string, any>;
  readonly locale: Locale;
  /** In a table cell or on a card: one line. */
  readonly dense?: boolean;
}

/** What a filter of a kind gets: it reads and writes entries of the list's filter object (`due_on_gte`, `status` …). */
export interface KindFilterProps {
  readonly name: string;
  readonly field: AnyField;
  readonly resource: string;
  readonly label: string;
  readonly values: Record<string, any>;
  /** Entries to set; undefined removes one. */
  readonly onChange: (entries: Record<string, unknown>) => void;
}

/** Where the values of a column stand, if not left. */
export type Align = 'right' | 'center';

/** The view half of a kind. */
export interface KindView {
  readonly Input: ComponentType<KindInputProps>;
  readonly Display: ComponentType<KindDisplayProps>;
  readonly Filter: ComponentType<KindFilterProps>;
  /** Numbers stand right. */
  readonly align?: Align | ((field: AnyField) => Align | undefined);
  /** Takes both columns of a form. */
  readonly wide?: boolean;
}
