import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import AddIcon from 'icon/Add';
import ArrowDown from 'icon/ArrowDownward';
import ArrowUp from 'icon/ArrowUpward';
import CloseIcon from 'icon/Close';
import { useLocale } from '../../../app/texts.ts';
import { useWords } from '../useWords.ts';
import { moved } from './moved.ts';
import type { Columns } from './useColumns.ts';

export interface ColumnChooserProps {
  readonly resource: Resource;
  readonly columns: Columns;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

const line = { display: 'flex', alignItems: 'center', minHeight: 36, pl: 1.5, pr: 0.5 } as const;

/** Which columns a list shows, and in which order. All fields of the resource are on offer. */
export default function ColumnChooser({ resource, columns, anchor, onClose }: ColumnChooserProps) {
  const t = useWords();
  const locale = useLocale();
  const { shown, available, set } = columns;
  const label = (name: string) => fieldLabel(fieldNamed(resource, name)!, name, locale);
  const hidden = available.filter((name) => !shown.includes(name));
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{
        paper: { sx: { width: 320, maxHeight: '70vh', py: 1 }, role: 'dialog', 'aria-label': t('choose_columns') },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', px: 1.5 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {t('choose_columns')}
        </Typography>
        <Button size="small" disabled={columns.isDefault} onClick={() => set(null)}>
          {t('reset_columns')}
        </Button>
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ px: 1.5, pb: 1 }}>
        {t('columns_hint')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((name, index) => (
          <Box component="li" key={name} sx={line}>
            <Typography noWrap sx={{ flex: 1 }}>
              {label(name)}
            </Typography>
            <IconButton
              size="small"
              aria-label={t('move_up', { label: label(name) })}
              disabled={index === 0}
              onClick={() => set(moved(shown, index, index - 1))}
            >
              <ArrowUp fontSize="inherit" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('move_down', { label: label(name) })}
              disabled={index === shown.length - 1}
              onClick={() => set(moved(shown, index, index + 1))}
            >
              <ArrowDown fontSize="inherit" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('remove_column', { label: label(name) })}
              disabled={shown.length === 1}
              onClick={() => set(shown.filter((other) => other !== name))}
            >
              <CloseIcon fontSize="inherit" />
            </IconButton>
          </Box>
        ))}
      </Box>
      {hidden.length > 0 && (
        <>
          <Typography variant="h3" sx={{ px: 1.5, pt: 1.5, pb: 0.5 }}>
            {t('hidden_columns')}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {hidden.map((name) => (
              <Box component="li" key={name} sx={{ ...line, color: 'text.secondary' }}>
                <Typography noWrap sx={{ flex: 1 }}>
                  {label(name)}
                </Typography>
                <IconButton
                  size="small"
                  aria-label={t('show_column', { label: label(name) })}
                  onClick={() => set([...shown, name])}
                >
                  <AddIcon fontSize="inherit" />
                </IconButton>
              </Box>
            ))}
          </Box>
        </>
      )}
    </Popover>
  );
}
