import { type ComponentType, useEffect, useState } from 'react';
import { useSay } from './feedback/useSay.ts';
import { useTexts } from './texts.ts';

const texts = {
  failed: {
    de: 'Das konnte nicht geladen werden. Bitte versuchen Sie es noch einmal, sobald die Verbindung steht.',
    en: 'This could not be loaded. Please try again as soon as there is a connection.',
  },
  outdated: {
    de: 'Das konnte nicht geladen werden. Kontor wurde vielleicht inzwischen aktualisiert: Bitte speichern Sie und laden Sie die Seite neu.',
    en: 'This could not be loaded. Kontor may have been updated in the meantime: please save and reload the page.',
  },
};

/**
 * A component that is loaded when it is first wanted. Unlike a lazy one, it takes nothing down when it can not be loaded, and
 * can be asked for again: a message says what happened, and `onFailed` closes what was to be opened.
 */
export function useLoaded<P>(
  load: () => Promise<ComponentType<P>>,
  wanted: boolean,
  onFailed: () => void,
): ComponentType<P> | undefined {
  const t = useTexts(texts);
  const say = useSay();
  const [component, setComponent] = useState<ComponentType<P>>();
  const loading = wanted && !component;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once each time it is wanted
  useEffect(() => {
    if (!loading) return;
    let current = true;
    load().then(
      (loaded) => current && setComponent(() => loaded),
      () => {
        if (!current) return;
        onFailed();
        say({ text: t(navigator.onLine ? 'outdated' : 'failed'), tone: 'error' });
      },
    );
    return () => {
      current = false;
    };
  }, [loading]);
  return component;
}
