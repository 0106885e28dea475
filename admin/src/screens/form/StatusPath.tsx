import { optionLabel, type Resource, type Tone } from '@kontor/shared';
import Box from '@mui/material/Box';
import { useLocale } from '../../app/texts.ts';
import { StatusChip } from '../../kinds/common/StatusChip.tsx';
import { toneIcons } from '../../kinds/common/tones.ts';
import { pathOf } from './steps.ts';
import type { Values } from './values.ts';
import { useWords } from './words.ts';

/** Where a record stands on its way: the states before and after it in short, on a phone only where it is. */
export function StatusPath({ resource, record }: { resource: Resource; record: Values }) {
  const locale = useLocale();
  const t = useWords();
  const name = resource.workflow!.field;
  const field = resource.fields[name]!;
  const state = String(record[name]);
  const path = pathOf(resource, state);
  const now = path.indexOf(state);
  return (
    <Box
      component="ol"
      aria-label={t('status')}
      sx={{ display: 'flex', alignItems: 'center', listStyle: 'none', m: 0, p: 0, gap: 0.5 }}
    >
      {path.map((step, index) => {
        const current = step === state;
        const Icon = index < now ? toneIcons.success : toneIcons.neutral;
        return (
          <Box
            key={step}
            component="li"
            {...(current ? { 'aria-current': 'step' as const } : {})}
            sx={{
              display: { xs: current ? 'flex' : 'none', md: 'flex' },
              alignItems: 'center',
              gap: 0.5,
              typography: 'body2',
              color: 'text.secondary',
              whiteSpace: 'nowrap',
              '&:not(:first-of-type)::before': {
                content: '""',
                width: 12,
                borderTop: 1,
                borderColor: 'divider',
                display: { xs: 'none', md: 'block' },
              },
            }}
          >
            {current ? (
              <StatusChip field={field} value={step} locale={locale} />
            ) : (
              <>
                <Icon aria-hidden sx={{ fontSize: 16, color: toneColour(index < now) }} />
                {optionLabel(field, step, locale)}
              </>
            )}
          </Box>
        );
      })}
    </Box>
  );
}

const toneColour = (passed: boolean) => (theme: { palette: { tones: Record<Tone, { text: string }> } }) =>
  theme.palette.tones[passed ? 'success' : 'neutral'].text;
