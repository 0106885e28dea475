import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useLoaded } from '../useLoaded.ts';
import { shortcutOf } from './shortcut.ts';

const loadPalette = () => import('./Palette.tsx').then((module) => module.default);

interface PaletteControl {
  /** Opens the palette, with something typed already if given. */
  readonly open: (query?: string) => void;
}

const PaletteContext = createContext<PaletteControl>({ open: () => undefined });

/** Opens the command palette from anywhere. */
export const usePalette = (): PaletteControl => useContext(PaletteContext);

/** Ctrl-K for find and act; `/` goes to the search of the screen, or opens the palette where there is none. */
export function PaletteProvider({ children }: { readonly children: ReactNode }) {
  const [query, setQuery] = useState<string>();
  const control = useMemo<PaletteControl>(() => ({ open: (text = '') => setQuery(text) }), []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      const search = document.querySelector<HTMLElement>('main [data-search] input, main input[data-search]');
      if (shortcut === 'search' && search) search.focus();
      else setQuery((open) => (open === undefined || shortcut === 'search' ? '' : undefined));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const Palette = useLoaded(loadPalette, query !== undefined, () => setQuery(undefined));

  return (
    <PaletteContext.Provider value={control}>
      {children}
      {Palette && query !== undefined && <Palette initial={query} onClose={() => setQuery(undefined)} />}
    </PaletteContext.Provider>
  );
}
