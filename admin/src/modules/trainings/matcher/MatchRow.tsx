import { kindOf } from '@kontor/shared';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Collapse from '@mui/material/Collapse';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Icon from 'icon/ExpandMore';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useLocale } from '../../../app/texts.ts';
import { whenOf } from '../../../app/whenOf.ts';
import { useDeclaration } from '../../../declarations.ts';
import { StatusChip } from '../../../kinds/common/StatusChip.tsx';
import { PointsBar } from './PointsBar.tsx';
import { Reasons } from './Reasons.tsx';
import type { Match } from './useMatches.ts';
import { useWords } from './words.ts';

export interface MatchRowProps {
  readonly match: Match;
  readonly of: number;
  /** The place among those who are chosen, from 1; 0 when not chosen. */
  readonly place: number;
  /** Can they be chosen at all? */
  readonly open: boolean;
  readonly onToggle: () => void;
}

const money = { kind: 'money', label: '' };

/** One trainer: who, how good a match, what they cost, and on wish why. */
export function MatchRow({ match, of, place, open, onToggle }: MatchRowProps) {
  const t = useWords();
  const locale = useLocale();
  const id = useId();
  const declared = useDeclaration('trainer_assignments');
  const [shown, setShown] = useState(false);
  const { name, state, parts, points, fee, travel_cost: travel } = match;
  const cash = (value: string) => kindOf(money).format(value, money, locale);
  const settled = state?.status === 'asked' || state?.status === 'confirmed';
  const until = state?.status === 'asked' && state.answer_until;
  const note = until
    ? t('until', { when: whenOf(until, locale) })
    : state?.status === 'option' && state.order !== null
      ? t('in_line', { order: state.order })
      : state?.status === 'released'
        ? state.reason
        : null;
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider', display: 'flex', gap: 1 }}>
      {open && (
        <Box sx={{ width: 40, flexShrink: 0, textAlign: 'center' }}>
          <Checkbox
            checked={place > 0}
            disabled={settled}
            onChange={onToggle}
            slotProps={{ input: { 'aria-label': t('choose', { name }) } }}
            sx={{ p: 1 }}
          />
          {place > 0 && <Box sx={{ typography: 'caption', fontWeight: 600, color: 'primary.main' }}>{place}.</Box>}
        </Box>
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 40, mb: 0.5 }}>
          <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
            <Link
              component={RouterLink}
              to={`/trainers/${match.trainer_id}/show`}
              color="inherit"
              sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
            >
              {name}
            </Link>
            {state && <StatusChip field={declared.fields.status!} value={state.status} locale={locale} />}
            {note && <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{note}</Box>}
          </Box>
          <Box sx={{ whiteSpace: 'nowrap' }} aria-hidden>
            <Box component="span" sx={{ fontSize: 18, fontWeight: 620 }}>
              {points}
            </Box>
            <Box component="span" sx={{ typography: 'body2', color: 'text.secondary' }}>
              {` / ${of}`}
            </Box>
          </Box>
          <IconButton
            aria-label={t('reasons', { name })}
            aria-expanded={shown}
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            <Icon sx={{ transform: shown ? 'rotate(180deg)' : undefined }} />
          </IconButton>
        </Box>
        <PointsBar parts={parts} of={of} />
        {fee !== undefined && (
          <Box sx={{ typography: 'body2', color: 'text.secondary', mt: 0.75 }}>
            {fee === null ? t('no_fee') : t('price', { fee: cash(fee), travel: cash(travel ?? '0.00') })}
          </Box>
        )}
        <Collapse in={shown} id={id} unmountOnExit>
          <Reasons parts={parts} />
        </Collapse>
      </Box>
    </Box>
  );
}
