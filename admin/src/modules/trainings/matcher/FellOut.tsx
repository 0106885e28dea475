import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Icon from 'icon/ExpandMore';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { Matches } from './useMatches.ts';
import { useWords } from './words.ts';

/** Who can not lead the sessions, folded, each with why. */
export function FellOut({ out, shown: first = false }: { readonly out: Matches['out']; readonly shown?: boolean }) {
  const t = useWords();
  const id = useId();
  const [shown, setShown] = useState(first);
  if (out.length === 0) return null;
  return (
    <Box component="section" sx={{ mt: 2 }}>
      <Button
        color="inherit"
        onClick={() => setShown(!shown)}
        aria-expanded={shown}
        aria-controls={id}
        endIcon={<Icon sx={{ transform: shown ? 'rotate(180deg)' : undefined }} />}
      >
        {t('out', { count: out.length })}
      </Button>
      <Box component="ul" id={id} hidden={!shown} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {out.map(({ trainer_id, name, reasons }) => (
          <Box component="li" key={trainer_id} sx={{ py: 1, px: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Link component={RouterLink} to={`/trainers/${trainer_id}/show`} color="inherit" sx={{ fontWeight: 550 }}>
              {name}
            </Link>
            {reasons.map((reason) => (
              <Box key={reason} sx={{ typography: 'body2', color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {reason}
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
