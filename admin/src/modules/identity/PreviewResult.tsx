import type { RuleOutcome, SignInRule } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Say } from './previewWords.ts';

export interface PreviewResultProps {
  readonly outcome: RuleOutcome;
  readonly rules: readonly (SignInRule & { readonly _embedded?: Record<string, any> })[];
  readonly t: Say;
}

/** Roles and the brands in which they count, as they would follow from the rules. */
export function PreviewResult({ outcome, rules, t }: PreviewResultProps) {
  const titles = new Map<string, string>();
  for (const rule of rules) {
    titles.set(rule.role_id, rule._embedded?.role_id?.title ?? rule.role_id);
    for (const brand of rule._embedded?.brand_ids ?? []) titles.set(brand.id, brand.title ?? brand.id);
  }
  const byRole = new Map<string, string[]>();
  for (const { role_id, brand_id } of outcome.assignments)
    byRole.set(role_id, [
      ...(byRole.get(role_id) ?? []),
      brand_id ? (titles.get(brand_id) ?? brand_id) : t('everywhere'),
    ]);
  return (
    <Box sx={{ display: 'grid', gap: 1 }} aria-live="polite">
      {byRole.size === 0 && <Typography color="text.secondary">{t('nothing')}</Typography>}
      {[...byRole].map(([role, places]) => (
        <Typography key={role}>
          <strong>{titles.get(role)}</strong> – {places.join(', ')}
        </Typography>
      ))}
      {outcome.missing.length > 0 && (
        <Alert severity="warning">
          {t('kept', { claims: outcome.missing.map((claim) => `„${claim}“`).join(', ') })}
        </Alert>
      )}
      <Typography variant="body2" color="text.secondary">
        {t('by_hand')}
      </Typography>
    </Box>
  );
}
