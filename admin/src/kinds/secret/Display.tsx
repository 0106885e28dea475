import Box from '@mui/material/Box';
import Lock from 'icon/LockOutlined';
import { Empty } from '../common/Empty.tsx';
import { useWords } from '../common/words.ts';
import type { KindDisplayProps } from '../view.ts';

/** Whether something is set; the secret itself never leaves the server. */
export function Display({ value }: KindDisplayProps) {
  const t = useWords();
  if (!value) return <Empty />;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <Lock sx={{ fontSize: 16 }} aria-hidden />
      {t('secret_set')}
    </Box>
  );
}
