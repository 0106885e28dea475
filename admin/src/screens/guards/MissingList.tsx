import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MissingIcon from 'icon/RadioButtonUncheckedOutlined';
import { Link as RouterLink } from 'react-router-dom';
import type { Missing } from '../../providers/dataProvider.ts';

/** What is missing, one under the other; each leads to where it is put right. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.25 }}>
      {missing.map(({ text, link }) => (
        <Box component="li" key={text} sx={{ display: 'flex', gap: 1, alignItems: 'start', typography: 'body2' }}>
          <MissingIcon aria-hidden sx={{ fontSize: 16, mt: '2px', color: 'text.secondary' }} />
          {link ? (
            <Link component={RouterLink} to={link} sx={{ overflowWrap: 'anywhere' }}>
              {text}
            </Link>
          ) : (
            <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
              {text}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
