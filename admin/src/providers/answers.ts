import type { Operation, Origin } from '@kontor/shared';
import type { Identifier, RaRecord } from 'ra-core';

/** What the API answers beyond records, as the admin reads it. */

export type Filter = Record<string, unknown>;

export interface ListQuery {
  readonly filter?: Filter;
  readonly sort?: readonly [field: string, order: 'ASC' | 'DESC'];
}

/** What a change of many records answers. */
export interface ManyAnswer {
  readonly count: number;
  readonly ids: Identifier[];
}

export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly title: string | null } | null;
  readonly operation: Operation | 'purge' | 'transition';
  readonly origin: Origin | null;
  /** The name of the API key that was used. */
  readonly key: string | null;
  readonly version: number;
  readonly changes: readonly FieldChange[];
  /** The names of the records that the changes point to. */
  readonly named: readonly Named[];
}

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A record that an earlier version refers to; without a title when the user may not see it, `gone` when it is no more. */
export interface Named {
  readonly resource: string;
  readonly id: string;
  readonly title: string | null;
  readonly gone?: true;
}

/** One thing that happened around a record: a change of it, or something that hangs on it. */
export type StreamEntry =
  | { readonly of: 'changes'; readonly cursor: string; readonly entry: HistoryEntry }
  | { readonly of: string; readonly cursor: string; readonly at: string; readonly record: RaRecord };

export interface Stream {
  /** What can be in it: `changes`, and names of resources. */
  readonly kinds: readonly string[];
  readonly entries: readonly StreamEntry[];
}

/** What putting an earlier version back would change, and what speaks against it. */
export interface RestorePlan {
  readonly version: number;
  readonly changes: readonly FieldChange[];
  readonly skipped: readonly { readonly field: string; readonly reason: 'status' | 'secret' | 'read_only' }[];
  readonly missing: readonly (Named & { readonly field: string })[];
  readonly named: readonly Named[];
  readonly errors: Record<string, unknown>;
}

/** What would happen to one record. */
export interface WouldChange {
  readonly resource: string;
  readonly id: string;
  /** As it would be called; null when it would be gone. */
  readonly title: string | null;
  readonly operation: 'create' | 'update' | 'delete' | 'restore' | 'purge' | 'transition';
  readonly changes: readonly FieldChange[];
  readonly named: readonly Named[];
}

/** What a writing request would do, told without doing it. */
export interface DryRun {
  readonly result: unknown;
  /** Records that would change, also those that are not told one by one. */
  readonly count: number;
  readonly changes: readonly WouldChange[];
}

/** Somebody whom a mail about a record may go to. */
export interface MailProposal {
  readonly email: string;
  readonly name: string;
}

/** What a mail about a record can be written with. */
export interface TemplateChoices {
  readonly brands: readonly { readonly id: string; readonly title: string }[];
  readonly templates: readonly {
    readonly id: string;
    readonly name: string;
    readonly language: string;
    readonly brand_id: string | null;
  }[];
  readonly brand_id: string | null;
}

/** What a letter about a record is written with. */
export interface LetterOptions extends TemplateChoices {
  readonly recipient: string;
}

/** The document that a letter has become. */
export interface FiledLetter {
  readonly id: string;
  readonly name: string;
  readonly file_id: string;
  readonly size: number;
}

/** What a mail about a record is written with. */
export interface MailOptions extends TemplateChoices {
  readonly recipients: readonly MailProposal[];
  /** Files that hang on the record. */
  readonly files: readonly { readonly id: string; readonly title: string; readonly size: number }[];
  /** When the record is, as far as it has a date; do others know it from a mail already? */
  readonly appointment: {
    readonly from: string;
    readonly to: string | null;
    readonly all_day: boolean;
    readonly invited: boolean;
  } | null;
  /** To whom an answer to all goes, where one was asked for. */
  readonly answer_all: { readonly to: readonly Addressee[]; readonly cc: readonly Addressee[] } | null;
  readonly seconds_to_withdraw: number;
}

/** Somebody to whom an answer goes. */
export interface Addressee {
  readonly email: string;
  readonly name: string | null;
}

/** A document that an attachment has become; one that was there already is not new. */
export interface FiledAttachment {
  readonly id: string;
  readonly name: string;
  readonly attachment_id: string;
  readonly is_new: boolean;
}

/** A mail as its recipients will see it. */
export interface MailView {
  /** Null when there is no account to send it. */
  readonly from: { readonly name: string | null; readonly email: string } | null;
  readonly subject: string;
  readonly html: string;
  readonly attachments: readonly { readonly file_id: string; readonly name: string; readonly size: number }[];
}

/** Somebody else who has the form of a record open. */
export interface Present {
  readonly id: string;
  readonly name: string;
}

/** Who changed which fields while somebody else was at the same record. */
export interface MergedWith {
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly fields: readonly string[];
}

export interface SearchHit {
  readonly resource: string;
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
}

export interface Duplicate {
  readonly id: string;
  readonly title: string;
  readonly score: number;
}

export interface ImportPreview {
  readonly columns: readonly { readonly name: string; readonly field: string | null; readonly samples: string[] }[];
  /** What a column may be assigned to. */
  readonly fields: readonly { readonly field: string; readonly label: string }[];
  readonly rows: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
}

/** What texts of a column mean: the id of a record, or null where the field is to stay empty. */
export type LinkChoices = Readonly<Record<string, string | null>>;

export interface ImportOptions {
  /** Column to field, with what the user has said of texts in it. */
  readonly mapping: Readonly<Record<string, string | { readonly field: string; readonly links: LinkChoices }>>;
  readonly dryRun: boolean;
  readonly mode: 'all' | 'valid';
  readonly key?: readonly string[];
}

/** A text of the file of which the user has to say, or has said, which record it means. */
export interface LinkReview {
  readonly column: string;
  readonly field: string;
  readonly resource: string;
  readonly text: string;
  readonly rows: number;
  readonly decided: boolean;
  readonly chosen: string | null;
  readonly candidates: readonly {
    readonly id: string;
    readonly title: string;
    readonly hint: string | null;
    /** 1 is the same. */
    readonly likeness: number;
  }[];
}

export interface ImportResult {
  /** Texts of which it is not certain which record they mean. */
  readonly links: readonly LinkReview[];
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly dry_run: boolean;
  readonly committed: boolean;
  readonly errors: readonly {
    readonly row: number;
    readonly column: string | null;
    readonly field: string | null;
    readonly value: string | null;
    readonly message: string;
  }[];
}

export interface AggregateQuery {
  readonly group?: readonly string[];
  readonly measures: readonly string[];
  readonly filter?: Filter;
}

/** What is missing for a step, and where it is put right. */
export interface Missing {
  readonly text: string;
  readonly link?: string;
}

export interface StepsAhead {
  readonly transitions: readonly {
    readonly name: string;
    readonly permitted: boolean;
    readonly missing: readonly Missing[];
  }[];
}
