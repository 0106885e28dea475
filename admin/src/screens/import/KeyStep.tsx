import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { KeySelect, type KeySelectProps } from './KeySelect.tsx';
import { useWords } from './words.ts';

/** Beside the outcome of the check: that nothing is recognised, while there is something to recognise, and the way out. */
export function KeyStep(props: KeySelectProps) {
  const t = useWords();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 2 }}>
      {props.value.length === 0 && (
        <Alert severity="warning" sx={{ flex: '1 1 300px' }}>
          {t('key_missing')}
        </Alert>
      )}
      {props.keys.length > 0 && <KeySelect {...props} />}
    </Box>
  );
}
