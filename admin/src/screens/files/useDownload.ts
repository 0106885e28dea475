import { useCallback } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { contentPath } from '../../kinds/common/useTicketed.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import type { ShownFile } from './fileView.ts';

/** Downloads a file under the name that it has here. */
export function useDownload(): (file: ShownFile) => Promise<void> {
  const kontor = useKontor();
  const say = useSay();
  return useCallback(
    async ({ id, name }) => {
      try {
        const anchor = document.createElement('a');
        anchor.href = await kontor.ticket(`${contentPath(id)}?download=true`);
        anchor.download = name;
        anchor.click();
      } catch (error) {
        say({ text: (error as Error).message, tone: 'error' });
      }
    },
    [kontor, say],
  );
}
