import type { PanelFilter, Words } from './dashboard.ts';

/** The first rows of what belongs to a record, on its page. */
export interface PagePanel {
  /** The name of the resource unless given. */
  readonly label?: Words;
  readonly of: string;
  /** The field by which they belong to the record: a reference, or a subject. */
  readonly by: string;
  readonly filter?: PanelFilter;
  /** Stand below the title, in this order; the status and the day on which a row is due stand at its end. */
  readonly columns: readonly string[];
  readonly sort: readonly [field: string, order: 'ASC' | 'DESC'];
  /** A yes or no that is ticked right here. */
  readonly tick?: string;
  /** What stands there when there is nothing. */
  readonly empty?: Words;
}

/** The page of a record beyond its sections. With panels, what happened last stands beside them. */
export interface Page<Name extends string> {
  readonly panels?: readonly PagePanel[];
  /** Values that the house computes, in a section of the form instead of at the side. */
  readonly among?: { readonly [section: string]: readonly Name[] };
}
