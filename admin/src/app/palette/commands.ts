import { resourceLabel } from '@kontor/shared';
import { useLocaleState } from 'ra-core';
import { useMemo } from 'react';
import { useBrandInWork, workIn } from '../../providers/brand.ts';
import { pick, useBrands } from '../frame/useBrands.ts';
import { useCreatable, useNavigation } from '../navigation.ts';
import { useMode } from '../preferences.ts';
import { useLocale, useTexts } from '../texts.ts';
import { useSignOut } from '../useSignOut.ts';

/** Something that the palette can do or open. */
export interface Command {
  readonly key: string;
  readonly group: 'recent' | 'records' | 'go' | 'create' | 'act';
  readonly label: string;
  readonly detail?: string;
  readonly icon: string;
  /** Words by which it is found too, e.g. in the other language. */
  readonly words?: string;
  readonly to?: string;
  readonly run?: () => void;
}

const texts = {
  home: { de: 'Startseite', en: 'Home page' },
  create: { de: '{name} anlegen', en: 'Create {name}' },
  overview: { de: 'Überblick: {name}', en: 'Overview: {name}' },
  board: { de: '{name}: Tafel', en: '{name}: board' },
  calendar: { de: '{name}: Kalender', en: '{name}: calendar' },
  light: { de: 'Helles Aussehen', en: 'Light appearance' },
  dark: { de: 'Dunkles Aussehen', en: 'Dark appearance' },
  german: { de: 'Sprache: Deutsch', en: 'Language: German' },
  english: { de: 'Sprache: Englisch', en: 'Language: English' },
  brand: { de: 'In der Marke {name} arbeiten', en: 'Work in the brand {name}' },
  brands: { de: 'In allen Marken arbeiten', en: 'Work in all brands' },
  explain: { de: 'Wer darf was? Rechte erklären', en: 'Who may do what? Explain permissions' },
  signOut: { de: 'Abmelden', en: 'Sign out' },
};

/** Everything that can be opened, created or done without looking for a record. */
export function useCommands(): readonly Command[] {
  const t = useTexts(texts);
  const locale = useLocale();
  const other = locale === 'de' ? 'en' : 'de';
  const navigation = useNavigation();
  const creatable = useCreatable();
  const { mode, choose } = useMode();
  const [, setLocale] = useLocaleState();
  const signOut = useSignOut();
  const brands = useBrands();
  const working = useBrandInWork();
  return useMemo(() => {
    const home: Command = { key: 'home', group: 'go', label: t('home'), icon: 'home', to: '/' };
    const overviews = navigation
      .filter(({ dashboard }) => dashboard)
      .map(
        ({ name, label }): Command => ({
          key: `overview ${name}`,
          group: 'go',
          label: t('overview', { name: label[locale] }),
          words: `${label[other]} overview überblick dashboard`,
          icon: 'space_dashboard',
          to: `/overview/${name}`,
        }),
      );
    const go = navigation.flatMap((module) =>
      module.resources.flatMap((resource): Command[] => {
        const name = resourceLabel(resource, locale);
        const common = { group: 'go', detail: module.label[locale], words: resourceLabel(resource, other) } as const;
        const views = (['board', 'calendar'] as const).filter((view) => resource.flags[view]);
        return [
          { ...common, key: `go ${resource.name}`, label: name, icon: resource.icon, to: `/${resource.name}` },
          ...views.map((view) => ({
            ...common,
            key: `go ${resource.name} ${view}`,
            label: t(view, { name }),
            icon: view === 'board' ? 'view_kanban' : 'calendar_month',
            to: `/${resource.name}/${view}`,
          })),
        ];
      }),
    );
    const create = creatable.map(
      (resource): Command => ({
        key: `create ${resource.name}`,
        group: 'create',
        label: t('create', { name: resourceLabel(resource, locale, 'one') }),
        words: `${resourceLabel(resource, other, 'one')} neu new +`,
        icon: 'add',
        to: `/${resource.name}/create`,
      }),
    );
    const others = brands.filter(({ id }) => id !== working?.id);
    const work = others.map(
      (brand): Command => ({
        key: `brand ${brand.id}`,
        group: 'act',
        label: t('brand', { name: brand.name }),
        words: 'marke wechseln brand switch',
        icon: 'sell',
        run: () => workIn(pick(brand)),
      }),
    );
    const all: Command = {
      key: 'brand',
      group: 'act',
      label: t('brands'),
      words: 'marke wechseln brand switch',
      icon: 'sell',
      run: () => workIn(undefined),
    };
    const act: Command[] = [
      ...(brands.length > 1 ? work : []),
      ...(working ? [all] : []),
      {
        key: 'explain',
        group: 'act',
        label: t('explain'),
        words: 'rechte berechtigung warum permission access why',
        icon: 'shield_person',
        to: '/access/explain',
      },
      {
        key: 'look',
        group: 'act',
        label: t(mode === 'dark' ? 'light' : 'dark'),
        words: 'dunkel hell dark light theme design',
        icon: mode === 'dark' ? 'light_mode' : 'dark_mode',
        run: () => choose(mode === 'dark' ? 'light' : 'dark'),
      },
      {
        key: 'language',
        group: 'act',
        label: t(locale === 'de' ? 'english' : 'german'),
        words: 'English Deutsch',
        icon: 'translate',
        run: () => setLocale(other),
      },
      { key: 'sign_out', group: 'act', label: t('signOut'), words: 'logout', icon: 'logout', run: signOut },
    ];
    return [home, ...overviews, ...go, ...create, ...act];
  }, [t, locale, other, navigation, creatable, mode, choose, setLocale, signOut, brands, working]);
}
