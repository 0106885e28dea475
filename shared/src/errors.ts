import type { Locale } from './kinds/kind.ts';

/** Every error that a client can meet: status and public text. Codes are stable. */
export const errors = {
  malformed_json: { status: 400, de: 'Die Anfrage ist kein gültiges JSON.', en: 'The request is no valid JSON.' },
  malformed_query: { status: 400, de: 'Die Abfrage ist nicht lesbar.', en: 'The query can not be read.' },
  unknown_filter: { status: 400, de: 'Diesen Filter gibt es nicht.', en: 'There is no such filter.' },
  unknown_sort: { status: 400, de: 'Danach kann nicht sortiert werden.', en: 'There is no such sort order.' },
  unauthenticated: { status: 401, de: 'Bitte melden Sie sich an.', en: 'Please sign in.' },
  sign_in_failed: {
    status: 401,
    de: 'E-Mail-Adresse oder Passwort stimmt nicht.',
    en: 'E-mail address or password is wrong.',
  },
  forbidden: { status: 403, de: 'Dazu fehlt Ihnen die Berechtigung.', en: 'You are not permitted to do this.' },
  not_found: { status: 404, de: 'Diesen Datensatz gibt es nicht (mehr).', en: 'There is no such record (any more).' },
  not_yet: {
    status: 404,
    de: 'Zu diesem Zeitpunkt gab es den Datensatz noch nicht.',
    en: 'The record did not exist at that time.',
  },
  unknown_route: { status: 404, de: 'Diese Adresse gibt es nicht.', en: 'There is nothing at this address.' },
  method_not_allowed: { status: 405, de: 'Das ist hier nicht vorgesehen.', en: 'This is not provided here.' },
  conflict: {
    status: 409,
    de: 'Jemand anderes hat inzwischen dieselben Felder geändert.',
    en: 'Somebody else has changed the same fields in the meantime.',
  },
  in_use: { status: 409, de: 'Der Datensatz wird noch verwendet.', en: 'The record is still in use.' },
  transition_refused: {
    status: 409,
    de: 'Dieser Schritt ist aus dem jetzigen Status nicht möglich.',
    en: 'This step is not possible from the present state.',
  },
  busy: {
    status: 409,
    de: 'Der Datensatz wird gerade bearbeitet. Bitte versuchen Sie es noch einmal.',
    en: 'The record is being changed right now. Please try again.',
  },
  gone: { status: 410, de: 'Dieser Link gilt nicht mehr.', en: 'This link is no longer valid.' },
  not_recorded: {
    status: 410,
    de: 'Dieser Stand ist nicht (mehr) vollständig aufgezeichnet.',
    en: 'This version is not (or no longer) recorded completely.',
  },
  too_large: { status: 413, de: 'Die Anfrage ist zu groß.', en: 'The request is too large.' },
  unsupported_media_type: {
    status: 415,
    de: 'Dieses Format wird nicht verarbeitet.',
    en: 'This format can not be processed.',
  },
  invalid: { status: 422, de: 'Bitte prüfen Sie die markierten Felder.', en: 'Please check the marked fields.' },
  version_required: {
    status: 428,
    de: 'Zum Ändern wird die Version benötigt, die Sie gesehen haben (version).',
    en: 'A change needs the version that you have seen (version).',
  },
  too_many_requests: {
    status: 429,
    de: 'Zu viele Versuche. Bitte warten Sie einen Moment.',
    en: 'Too many attempts. Please wait a moment.',
  },
  internal: {
    status: 500,
    de: 'Da ist bei uns etwas schiefgegangen. Der Fehler ist protokolliert.',
    en: 'Something went wrong on our side. The error has been recorded.',
  },
  unavailable: {
    status: 503,
    de: 'Die Datenbank ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The database can not be reached right now. Please try again in a moment.',
  },
} as const satisfies Record<string, { status: number; de: string; en: string }>;

export type ErrorCode = keyof typeof errors;

/** Messages per field; nested for lines (`addresses.0.city` is `{ addresses: [{ city }] }`). */
export type FieldErrors = { [field: string]: string | FieldErrors | (FieldErrors | null)[] };

/** An error that a client may see. Everything else is answered as `internal`. */
export class PublicError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly fields: FieldErrors | undefined;
  /** Further members of the answer, e.g. base, yours and theirs of a conflict. */
  readonly extra: Record<string, unknown> | undefined;
  constructor(code: ErrorCode, fields?: FieldErrors, extra?: Record<string, unknown>) {
    super(code);
    this.code = code;
    this.status = errors[code].status;
    this.fields = fields;
    this.extra = extra;
  }
  title(locale: Locale): string {
    return errors[this.code][locale];
  }
}
