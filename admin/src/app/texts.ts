import type { Locale } from '@kontor/shared';
import { useLocale as useRaLocale } from 'ra-core';
import { useMemo } from 'react';

/** Texts of a screen in both languages, beside the screen and loaded with it. `{name}` is filled from parameters. */
export type Texts = Readonly<Record<string, { readonly de: string; readonly en: string }>>;
export type Parameters = Readonly<Record<string, string | number>>;

/** Fills `{name}`, numbers as the language writes them; `{count|one|many}` picks a word by number. */
export const fill = (text: string, parameters: Parameters = {}, locale: Locale = 'de'): string =>
  text
    .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name, one, many) => (parameters[name] === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (whole, name) => {
      const value = parameters[name] ?? whole;
      return typeof value === 'number' ? value.toLocaleString(locale) : value;
    });

/** The language of the user interface. */
export function useLocale(): Locale {
  return useRaLocale() === 'en' ? 'en' : 'de';
}

/** `const t = useTexts({ save: { de: 'Speichern', en: 'Save' } }); t('save')`: a misspelt key does not compile. */
export function useTexts<T extends Texts>(texts: T): (key: keyof T & string, parameters?: Parameters) => string {
  const locale = useLocale();
  return useMemo(() => (key, parameters) => fill(texts[key]![locale], parameters, locale), [texts, locale]);
}
