import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { DataProviderContext } from 'ra-core';
import { useId, useMemo, useState } from 'react';
import type { ScreenProps } from '../../app/registry.ts';
import { type KontorDataProvider, useKontor } from '../../providers/dataProvider.ts';
import { FeedAddress } from '../../screens/calendar/FeedAddress.tsx';
import { useWords } from '../../screens/calendar/words.ts';
import Show from '../../screens/show/Show.tsx';

/** The page of a feed. Its address comes with the answer of an action, apart from the record, and is kept nowhere. */
export default function FeedShow(props: ScreenProps) {
  const t = useWords();
  const id = useId();
  const kontor = useKontor();
  const [address, setAddress] = useState<string>();
  const provider = useMemo(() => {
    const act: KontorDataProvider['act'] = async (...asked) => {
      const { address: told, ...record } = await kontor.act(...asked);
      if (told) setAddress(told);
      return record as never;
    };
    return { ...kontor, act };
  }, [kontor]);
  return (
    <DataProviderContext.Provider value={provider}>
      <Show {...props} />
      {address && (
        <Dialog open fullWidth maxWidth="sm" onClose={() => setAddress(undefined)} aria-labelledby={id}>
          <DialogTitle id={id}>{t('feed_address')}</DialogTitle>
          <DialogContent>
            <FeedAddress address={address} />
          </DialogContent>
          <DialogActions>
            <Button variant="contained" onClick={() => setAddress(undefined)}>
              {t('feed_done')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </DataProviderContext.Provider>
  );
}
