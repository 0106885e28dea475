import { type FieldErrors, fieldLabel, type Locale, translate } from '@kontor/shared';
import { shown } from './cells.ts';
import type { ImportField } from './fields.ts';
import type { Decisions, LinkReview } from './links.ts';
import type { TableRow } from './table.ts';

/** A column of the file and the field that it fills. */
export interface MappedColumn {
  readonly column: string;
  readonly index: number;
  readonly field: ImportField;
  /** What the user said of texts in it, where it refers to records. */
  readonly decisions: Decisions;
}

export interface ImportError {
  readonly row: number;
  readonly column: string | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly message: string;
}

export interface ImportResult {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly dry_run: boolean;
  readonly committed: boolean;
  readonly errors: readonly ImportError[];
  /** Texts of which it is not certain which record they mean. */
  readonly links: readonly LinkReview[];
}

/** More errors are counted, not listed. */
const mostErrors = 5000;

/** Errors by path: `{ addresses: [{ city: … }] }` becomes `addresses.city`. */
function flat(errors: FieldErrors, prefix = ''): [path: string, text: string][] {
  return Object.entries(errors).flatMap(([name, error]): [string, string][] => {
    if (typeof error === 'string') return [[prefix + name, error]];
    const inner = Array.isArray(error) ? error.filter((one) => one !== null) : [error];
    return inner.flatMap((one) => flat(one, `${prefix}${name}.`));
  });
}

/** What came out of an import: how many rows, and what is wrong with which cell. */
export class Report {
  created = 0;
  updated = 0;
  unchanged = 0;
  links: readonly LinkReview[] = [];
  private readonly rows: number;
  private readonly locale: Locale;
  private readonly columns: ReadonlyMap<string, MappedColumn>;
  private readonly fields: ReadonlyMap<string, ImportField>;
  private readonly refused = new Set<number>();
  private readonly errors: ImportError[] = [];

  constructor(rows: number, mapped: readonly MappedColumn[], fields: ReadonlyMap<string, ImportField>, locale: Locale) {
    this.rows = rows;
    this.locale = locale;
    this.columns = new Map(mapped.map((one) => [one.field.path, one]));
    this.fields = fields;
  }

  get failed(): number {
    return this.refused.size;
  }

  /** Notes what is wrong with a row, each message at the cell it belongs to. */
  refuse(row: TableRow, errors: FieldErrors): void {
    this.refused.add(row.number);
    for (const [path, text] of flat(errors)) {
      if (this.errors.length >= mostErrors) return;
      const mapped = this.columns.get(path);
      const field = this.fields.get(path);
      const label = field ? `${fieldLabel(field.property.field, field.property.fieldName, this.locale)}: ` : '';
      this.errors.push({
        row: row.number,
        column: mapped?.column ?? null,
        field: path === 'root' ? null : path,
        value: mapped ? shown(row.cells[mapped.index] ?? null) : null,
        message: (mapped ? '' : label) + translate(text, this.locale),
      });
    }
  }

  result(dryRun: boolean, committed: boolean): ImportResult {
    const kept = dryRun || committed;
    return {
      rows: this.rows,
      created: kept ? this.created : 0,
      updated: kept ? this.updated : 0,
      unchanged: kept ? this.unchanged : 0,
      failed: this.failed,
      dry_run: dryRun,
      committed,
      errors: this.errors.toSorted((a, b) => a.row - b.row),
      links: this.links,
    };
  }
}
