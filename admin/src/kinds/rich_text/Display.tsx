import { kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { Empty } from '../common/Empty.tsx';
import type { KindDisplayProps } from '../view.ts';
import { harmless } from './harmless.ts';

/** Formatted text. The server keeps harmless tags only; here nothing else gets through either. */
export function Display({ value, field, locale, dense }: KindDisplayProps) {
  const html = useMemo(() => (dense || !value ? '' : harmless(value)), [value, dense]);
  if (!value) return <Empty />;
  if (dense)
    return kindOf(field)
      .format(value, field, locale)
      .replace(/\s*\n\s*/g, ' · ');
  return (
    <Box
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rebuilt from an allow-list of tags just above
      dangerouslySetInnerHTML={{ __html: html }}
      sx={{
        overflowWrap: 'anywhere',
        '& > :first-of-type': { mt: 0 },
        '& > :last-child': { mb: 0 },
        '& blockquote': { borderLeft: 3, borderColor: 'divider', pl: 1.5, ml: 0 },
        '& a': { color: 'primary.main' },
      }}
    />
  );
}
