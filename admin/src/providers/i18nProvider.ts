import { type Locale, resourceLabel } from '@kontor/shared';
import type { I18nProvider } from 'ra-core';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import { manifestResources } from '../declarations.ts';
import { german } from './messages/de.ts';
import { english } from './messages/en.ts';
import { store } from './store.ts';

const texts = { de: german, en: english };

/** The names of all resources, as react-admin looks them up: `resources.customers.name`. */
const names = (locale: Locale) =>
  Object.fromEntries(
    [...manifestResources].map(([name, resource]) => [
      name,
      { name: `${resourceLabel(resource, locale, 'one')} |||| ${resourceLabel(resource, locale, 'many')}` },
    ]),
  );

const messages = (locale: string) => {
  const known: Locale = locale === 'en' ? 'en' : 'de';
  return { ...texts[known], resources: names(known) };
};

/** German unless English was chosen on this device; what the browser prefers does not count. */
const initial = store.getItem('locale') === 'en' ? 'en' : 'de';
document.documentElement.lang = initial;

const polyglot = polyglotI18nProvider(
  messages,
  initial,
  [
    { locale: 'de', name: 'Deutsch' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: true },
);

export const i18nProvider: I18nProvider = {
  ...polyglot,
  // The language of the page is also the language of the API's answers.
  changeLocale: async (locale) => {
    await polyglot.changeLocale(locale);
    document.documentElement.lang = locale;
  },
};
