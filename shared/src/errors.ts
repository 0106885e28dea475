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
  second_factor_failed: {
    status: 401,
    de: 'Das hat nicht gestimmt. Bitte versuchen Sie es noch einmal.',
    en: 'That was not right. Please try again.',
  },
  sign_in_expired: {
    status: 401,
    de: 'Diese Anmeldung ist abgelaufen. Bitte beginnen Sie noch einmal.',
    en: 'This sign-in has expired. Please start again.',
  },
  second_factor_required: {
    status: 403,
    de: 'Ihre Rolle verlangt eine Anmeldung mit zweitem Faktor. Bitte richten Sie ihn zuerst ein.',
    en: 'Your role requires a second factor for signing in. Please set it up first.',
  },
  step_up_required: {
    status: 403,
    de: 'Bitte bestätigen Sie zuerst, dass Sie es sind.',
    en: 'Please confirm first that it is you.',
  },
  passkeys_unavailable: {
    status: 409,
    de: 'Passkeys gehen nur unter der festen Adresse dieses Kontors. Bitte fragen Sie Ihre Administration.',
    en: 'Passkeys work only at the fixed address of this Kontor. Please ask your administrator.',
  },
  forbidden: { status: 403, de: 'Dazu fehlt Ihnen die Berechtigung.', en: 'You are not permitted to do this.' },
  address_not_permitted: {
    status: 403,
    de: 'Von dieser Adresse aus darf der Schlüssel nicht benutzt werden.',
    en: 'The key may not be used from this address.',
  },
  view_only: {
    status: 403,
    de: 'Sie sehen Kontor gerade mit fremden Rechten. Ändern können Sie dabei nichts.',
    en: 'You are looking at Kontor with somebody else’s rights. You can not change anything meanwhile.',
  },
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
  last_administrator: {
    status: 409,
    de: 'Dann gäbe es niemanden mehr, der alles verwalten darf. Bitte geben Sie diese Rechte zuerst jemand anderem, ohne Enddatum.',
    en: 'Then nobody would be left who may administer everything. Please give these rights to somebody else first, without an end date.',
  },
  not_deletable: {
    status: 409,
    de: 'Das gehört zu Kontor und kann nicht gelöscht werden.',
    en: 'This is part of Kontor and can not be deleted.',
  },
  not_shipped: {
    status: 409,
    de: 'Diese Rolle haben Sie selbst angelegt; einen Auslieferungszustand gibt es nicht.',
    en: 'You have made this role yourself; there is no shipped one to go back to.',
  },
  transition_refused: {
    status: 409,
    de: 'Dieser Schritt ist aus dem jetzigen Status nicht möglich.',
    en: 'This step is not possible from the present state.',
  },
  rule_off: {
    status: 409,
    de: 'Die Regel ist ausgeschaltet. Bitte schalten Sie sie zuerst ein.',
    en: 'The rule is switched off. Please switch it on first.',
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
  not_ready: {
    status: 422,
    de: 'Für diesen Schritt fehlt noch etwas.',
    en: 'Something is still missing for this step.',
  },
  version_required: {
    status: 428,
    de: 'Zum Ändern wird die Version benötigt, die Sie gesehen haben (version).',
    en: 'A change needs the version that you have seen (version).',
  },
  too_many_requests: {
    status: 429,
    de: 'Das waren zu viele Anfragen in kurzer Zeit. Bitte warten Sie einen Moment.',
    en: 'Too many requests in a short time. Please wait a moment.',
  },
  internal: {
    status: 500,
    de: 'Da ist bei uns etwas schiefgegangen. Der Fehler ist protokolliert.',
    en: 'Something went wrong on our side. The error has been recorded.',
  },
  storage_full: {
    status: 507,
    de: 'Auf dem Server ist kein Speicherplatz mehr frei. Es wurde nichts gespeichert; bitte sagen Sie der Verwaltung Bescheid.',
    en: 'There is no room left on the server. Nothing was saved; please tell your administrator.',
  },
  scanner_unavailable: {
    status: 503,
    de: 'Der Virenscanner antwortet nicht, deshalb wurde die Datei nicht angenommen. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The virus scanner does not answer, so the file was not accepted. Please try again in a moment.',
  },
  store_unavailable: {
    status: 503,
    de: 'Der Speicher für Dateien ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The store of files can not be reached right now. Please try again in a moment.',
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
