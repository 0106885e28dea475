import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import RemoveIcon from 'icon/Close';
import FoldIcon from 'icon/ExpandMore';
import LaterIcon from 'icon/KeyboardArrowDown';
import EarlierIcon from 'icon/KeyboardArrowUp';
import { useId, useState } from 'react';
import { type Chosen, moved, toggled } from './order.ts';
import type { Asking } from './useAsking.ts';
import { useWords } from './words.ts';

export interface AskPanelProps {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly nameOf: (id: string) => string;
  readonly asking: Asking;
}

/** A button that keeps the focus when it has nothing left to do: one that is disabled loses it to the page. */
const usable = (on: boolean, run: () => void) =>
  on ? { onClick: run } : { 'aria-disabled': true, sx: { color: 'action.disabled', cursor: 'default' } };

/** Whom to ask, in which order, and how. On a phone it waits folded at the bottom as soon as somebody is chosen. */
export function AskPanel({ chosen, onChange, nameOf, asking }: AskPanelProps) {
  const t = useWords();
  const { days, setDays, ask, busy, trouble } = asking;
  const wrong = !/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > 60;
  const several = chosen.length > 1;
  const off = chosen.length === 0 || busy;
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Box
      component="section"
      aria-label={t('chosen')}
      sx={{
        position: 'sticky',
        bottom: { xs: 56, md: 'auto' },
        top: { md: 68 },
        alignSelf: 'start',
        zIndex: 2,
        p: { xs: 1, md: 2 },
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        boxShadow: { xs: 4, md: 0 },
        display: chosen.length ? 'grid' : { xs: 'none', md: 'grid' },
        gap: 1.5,
      }}
    >
      <Typography variant="h2" sx={{ display: { xs: 'none', md: 'block' } }}>
        {t('chosen')}
      </Typography>
      <Button
        color="inherit"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        endIcon={<FoldIcon sx={{ transform: open ? undefined : 'rotate(180deg)' }} />}
        sx={{ display: { md: 'none' }, justifyContent: 'space-between', minHeight: 48 }}
      >
        {t('chosen_count', { count: chosen.length })}
      </Button>
      <Box
        id={id}
        sx={{ display: { xs: open ? 'grid' : 'none', md: 'grid' }, gap: 1.5, p: { xs: 1, md: 0 }, pt: { xs: 0 } }}
      >
        {chosen.length === 0 && (
          <Typography variant="body2" color="text.secondary">
            {t('none_chosen')}
          </Typography>
        )}
        <Box
          component="ol"
          sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: { xs: 132, md: 320 }, overflowY: 'auto' }}
          hidden={chosen.length === 0}
        >
          {chosen.map((id, i) => (
            <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', minHeight: 44 }}>
              <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                {several ? `${i + 1}. ` : ''}
                {nameOf(id)}
              </Box>
              {several && (
                <>
                  <IconButton
                    aria-label={t('earlier', { name: nameOf(id) })}
                    {...usable(i > 0, () => onChange(moved(chosen, id, -1)))}
                  >
                    <EarlierIcon />
                  </IconButton>
                  <IconButton
                    aria-label={t('later', { name: nameOf(id) })}
                    {...usable(i < chosen.length - 1, () => onChange(moved(chosen, id, 1)))}
                  >
                    <LaterIcon />
                  </IconButton>
                </>
              )}
              <IconButton aria-label={t('remove', { name: nameOf(id) })} onClick={() => onChange(toggled(chosen, id))}>
                <RemoveIcon />
              </IconButton>
            </Box>
          ))}
        </Box>
        {trouble && <Alert severity="error">{trouble}</Alert>}
        <TextField
          label={t('days')}
          value={days}
          error={wrong}
          helperText={t('by_mail')}
          onChange={({ target }) => setDays(target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 2 } }}
        />
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Button variant="contained" disabled={off || wrong} onClick={() => ask('in_turn')}>
            {t(several ? 'in_turn' : 'ask')}
          </Button>
          {several && (
            <Button variant="outlined" disabled={off || wrong} onClick={() => ask('at_once')}>
              {t('at_once')}
            </Button>
          )}
          <Button disabled={off} onClick={() => ask('option')}>
            {t('option')}
          </Button>
        </Box>
      </Box>
    </Box>
  );
}
