import type { Locale } from '../kinds/kind.ts';
import type { Grant } from './roles.ts';

type Words = Readonly<Record<Locale, string>>;
const say = (words: Words, locale: Locale, values: Readonly<Record<string, string>> = {}): string =>
  words[locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** What can be done, as people call it; transitions and actions as a whole. */
export const operationWords = {
  read: { de: 'Ansehen', en: 'View' },
  create: { de: 'Anlegen', en: 'Create' },
  update: { de: 'Ändern', en: 'Change' },
  delete: { de: 'Löschen', en: 'Delete' },
  restore: { de: 'Wiederherstellen', en: 'Restore' },
  import: { de: 'Importieren', en: 'Import' },
  export: { de: 'Exportieren', en: 'Export' },
  transition: { de: 'Schritte', en: 'Steps' },
  action: { de: 'Aktionen', en: 'Actions' },
} satisfies Record<string, Words>;

const patterns = {
  everything: { de: 'alles', en: 'everything' },
  whole: { de: 'alles im Bereich „{area}“', en: 'everything in “{area}”' },
  everywhere: { de: '„{what}“ in allen Bereichen', en: '“{what}” in all areas' },
  one: { de: '„{what}“ im Bereich „{area}“', en: '“{what}” in “{area}”' },
} satisfies Record<string, Words>;

const guards: Readonly<Record<string, Words>> = {
  '*': { de: 'alle geschützten Felder', en: 'all guarded fields' },
  access: { de: 'Zugang', en: 'access' },
  bank: { de: 'Bankdaten', en: 'bank details' },
  margin: { de: 'Margen', en: 'margins' },
  prices: { de: 'Preise', en: 'prices' },
  salary: { de: 'Gehälter', en: 'salaries' },
};

/** A group of guarded fields, as people call it. */
export const guardWords = (guard: string, locale: Locale): string => guards[guard]?.[locale] ?? guard;

/** Who knows what resources and their steps and actions are called; without an answer their own name is taken. */
export interface Names {
  readonly area: (resource: string) => string | undefined;
  /** Of `transition.complete` on a resource. */
  readonly step?: (resource: string, operation: string) => string | undefined;
}

/** A pattern in words: `*.read` is “Ansehen” in all areas. Reads as the object of a sentence. */
export function patternWords(pattern: string, locale: Locale, names: Names): string {
  const [resource = '*', ...rest] = pattern.split('.');
  const operation = rest[0] === '*' ? '' : rest.filter((part) => part !== '*').join('.');
  const area = resource === '*' ? '' : (names.area(resource) ?? resource);
  const known = operationWords[operation as keyof typeof operationWords] as Words | undefined;
  const what = operation && (known?.[locale] ?? names.step?.(resource, operation) ?? rest.at(-1)!);
  const words = patterns[what ? (area ? 'one' : 'everywhere') : area ? 'whole' : 'everything'];
  return say(words, locale, { what, area });
}

const sentences = {
  allow: { de: '{who} erlaubt {what}{rows}{fields}{aside}.', en: '{who} allows {what}{rows}{fields}{aside}.' },
  deny: { de: '{who} verbietet {what}{rows}.', en: '{who} denies {what}{rows}.' },
  fields: { de: ', auch geschützte Felder ({guards})', en: ', guarded fields ({guards}) too' },
  aside: { de: ', ohne eigene Liste', en: ', with no list of its own' },
  all: { de: '', en: '' },
  none: { de: ', meint hier aber keine Datensätze', en: ', but means no records here' },
  brand: { de: ' bei Datensätzen der eigenen Marken', en: ' for records of their own brands' },
  own: { de: ' bei eigenen Datensätzen', en: ' for their own records' },
  assigned: { de: ' bei zugeteilten Datensätzen', en: ' for records assigned to them' },
  other: { de: ' bei Datensätzen des Umfangs „{scope}“', en: ' for records of the scope “{scope}”' },
} satisfies Record<string, Words>;

/** The rows of a scope, to follow what may be done; empty for all of them. */
export const scopeWords = (scope: string, locale: Locale): string =>
  say(scope in sentences ? sentences[scope as keyof typeof sentences] : sentences.other, locale, { scope });

/**
 * A grant as a sentence. `who` is its subject (“Die Rolle „Büro““), `scope` the scope that counts: `all` of the rows, `none`
 * of them, or the name of one.
 */
export function grantWords(
  grant: Pick<Grant, 'pattern' | 'deny' | 'guards' | 'aside'>,
  { who, scope }: { readonly who: string; readonly scope: string },
  locale: Locale,
  names: Names,
): string {
  const opened = (grant.guards ?? []).map((guard) => guardWords(guard, locale)).join(', ');
  return say(sentences[grant.deny ? 'deny' : 'allow'], locale, {
    who,
    what: patternWords(grant.pattern, locale, names),
    rows: scopeWords(scope, locale),
    fields: opened && say(sentences.fields, locale, { guards: opened }),
    aside: grant.aside ? sentences.aside[locale] : '',
  });
}
