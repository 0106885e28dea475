import { claimAt, optionLabel, type SignInRule } from '@kontor/shared';
import Box from '@mui/material/Box';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import type { Say } from './previewWords.ts';
import { Tone } from './Tone.tsx';

export interface PreviewRuleProps {
  readonly rule: SignInRule & { readonly _embedded?: Record<string, any> };
  readonly provider: string;
  readonly claims: Record<string, unknown> | undefined;
  readonly fired: boolean;
  readonly onToggle: (active: boolean) => void;
  readonly t: Say;
}

/** A rule in words, a switch to try it, and whether it applies. */
export function PreviewRule({ rule, provider, claims, fired, onToggle, t }: PreviewRuleProps) {
  const locale = useLocale();
  const { operator } = useDeclaration('sign_in_rules').fields;
  const words = `${rule.claim} ${optionLabel(operator!, rule.operator, locale)} „${rule.value}“`;
  const role = rule._embedded?.role_id?.title ?? rule.role_id;
  const [label, tone] = !rule.active
    ? [t('off'), 'neutral' as const]
    : rule.provider && rule.provider !== provider
      ? [t('other'), 'neutral' as const]
      : fired
        ? [t('fires'), 'success' as const]
        : claims && claimAt(claims, rule.claim) === undefined
          ? [t('missing'), 'warning' as const]
          : [t('fires_not'), 'neutral' as const];
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
      <Switch
        size="small"
        checked={rule.active}
        onChange={(_, checked) => onToggle(checked)}
        slotProps={{ input: { 'aria-label': words } }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {words}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          → {role}
        </Typography>
      </Box>
      <Tone label={label} tone={tone} />
    </Box>
  );
}
