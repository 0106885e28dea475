import { formatDecimal } from '@kontor/shared';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import NativeSelect from '@mui/material/NativeSelect';
import FirstPage from 'icon/FirstPage';
import LastPage from 'icon/LastPage';
import Previous from 'icon/NavigateBefore';
import Next from 'icon/NavigateNext';
import { useListContext } from 'ra-core';
import { useLocale } from '../../app/texts.ts';
import { useWords } from './useWords.ts';

export const pageSizes = [25, 50, 100] as const;

/** Where in the list one is, and the way through its pages. */
export function Footer() {
  const t = useWords();
  const locale = useLocale();
  const { page, perPage, total, setPage, setPerPage } = useListContext();
  if (!total) return null;
  const last = Math.max(1, Math.ceil(total / perPage));
  const number = (value: number) => formatDecimal(String(value), locale);
  const buttons = [
    { label: t('first_page'), icon: FirstPage, to: 1, off: page <= 1 },
    { label: t('previous_page'), icon: Previous, to: page - 1, off: page <= 1 },
    { label: t('next_page'), icon: Next, to: page + 1, off: page >= last },
    { label: t('last_page'), icon: LastPage, to: last, off: page >= last },
  ];
  return (
    <Box
      component="nav"
      aria-label={t('pages')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 1.5,
        minHeight: 44,
        color: 'text.secondary',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('of_total', {
          from: number((page - 1) * perPage + 1),
          to: number(Math.min(page * perPage, total)),
          total: number(total),
        })}
      </Box>
      <Box sx={{ ml: 'auto', display: { xs: 'none', sm: 'block' } }}>
        <NativeSelect
          disableUnderline
          value={perPage}
          onChange={(event) => setPerPage(Number(event.target.value))}
          inputProps={{ 'aria-label': t('per_page') }}
          sx={{ fontSize: 'inherit', color: 'inherit' }}
        >
          {[...new Set([...pageSizes, perPage])].map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </NativeSelect>
      </Box>
      <Box sx={{ ml: { xs: 'auto', sm: 0 }, display: 'flex' }}>
        {buttons.map(({ label, icon: Icon, to, off }) => (
          <IconButton key={label} size="small" aria-label={label} disabled={off} onClick={() => setPage(to)}>
            <Icon fontSize="small" />
          </IconButton>
        ))}
      </Box>
    </Box>
  );
}
