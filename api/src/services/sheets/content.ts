import type { Locale } from '@kontor/shared';

/** A column of a list. */
export interface SheetColumn {
  readonly label: string;
  /** Share of the width; what is to be signed on or ticked needs as much as a name. */
  readonly share: number;
  readonly right?: boolean;
}

/** A table of texts; a long one goes on over pages, its heads are repeated. */
export interface SheetTable {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A sign to be cut out: who it is for, and what stands small around the name. */
export interface Sign {
  readonly name: string;
  readonly above: string;
  readonly below: string;
}

/** What stands on a paper, whatever it is printed on. */
export interface SheetContent {
  /** On the paper of this brand. */
  readonly brand: string;
  readonly locale: Locale;
  readonly title: string;
  /** Label and value, below the title. */
  readonly facts: readonly (readonly [string, string])[];
  /** Each begins on a page of its own. The first one is the list in Excel. */
  readonly tables: readonly SheetTable[];
  /** Instead of tables on the paper. */
  readonly signs?: readonly Sign[];
  readonly landscape?: boolean;
  /** Rows to be written on are higher, in millimetres. */
  readonly rowHeight?: number;
  /** What is said where there is nobody. */
  readonly empty: string;
  /** Name of the file, without its ending. */
  readonly file: string;
}
