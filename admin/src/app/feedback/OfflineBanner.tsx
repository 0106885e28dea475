import Box from '@mui/material/Box';
import CloudOff from 'icon/CloudOff';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../texts.ts';

const texts = {
  offline: {
    de: 'Keine Verbindung. Was Sie sehen, ist der letzte Stand; Eingaben bleiben auf dieser Seite stehen, bis Sie wieder speichern können.',
    en: 'No connection. You see what was loaded last; what you type stays on this page until you can save again.',
  },
};

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Tells when the connection is lost, and what is kept. */
export function OfflineBanner() {
  const t = useTexts(texts);
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <Box role="status" className="no-print">
      {!online && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.25,
            px: 2,
            py: 1,
            bgcolor: (theme) => theme.palette.tones.warning.ground,
            color: (theme) => theme.palette.tones.warning.text,
            fontSize: 13,
          }}
        >
          <CloudOff fontSize="small" />
          {t('offline')}
        </Box>
      )}
    </Box>
  );
}
