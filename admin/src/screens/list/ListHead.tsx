import { type Resource, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import AddIcon from 'icon/Add';
import type { ReactNode } from 'react';
import { ReasonedButton } from '../../app/feedback/ReasonedButton.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useRememberedOverview } from './overview.ts';
import { useWords } from './useWords.ts';

export interface ListHeadProps {
  readonly resource: Resource;
  /** How many records there are, already in words. */
  readonly count?: string;
  readonly children?: ReactNode;
}

/** May the user create records of the resource, all by themselves? */
export function useCreatable(resource: Resource): boolean {
  const { shown, why } = useOffer(resource)('create');
  return shown && !why;
}

/** The head of list, board and calendar: what one sees, other views, and creating as the one filled button. */
export function ListHead({ resource, count, children }: ListHeadProps) {
  const t = useWords();
  const locale = useLocale();
  const offer = useOffer(resource)('create');
  const label = resourceLabel(resource, locale);
  const create = t('create', { name: resourceLabel(resource, locale, 'one') });
  usePageTitle(label);
  useRememberedOverview(resource.name);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
      <Typography variant="h1" sx={{ mr: 'auto', display: 'flex', gap: 1, alignItems: 'baseline' }}>
        {label}
        {count && (
          <Typography component="span" color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {count}
          </Typography>
        )}
      </Typography>
      {children}
      {offer.shown && (
        <ReasonedButton
          reason={offer.why}
          variant="contained"
          to={`/${resource.name}/create`}
          aria-label={create}
          title={create}
        >
          <AddIcon fontSize="small" sx={{ mx: { xs: -0.5, sm: 0 }, ml: { sm: -0.5 } }} />
          <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, ml: 1 }}>
            {t('create_short')}
          </Box>
        </ReasonedButton>
      )}
    </Box>
  );
}
