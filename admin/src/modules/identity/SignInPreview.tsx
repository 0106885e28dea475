import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router-dom';
import { Denied } from '../../app/feedback/Denied.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useCan } from '../../providers/access.ts';
import { PreviewResult } from './PreviewResult.tsx';
import { PreviewRule } from './PreviewRule.tsx';
import { useWords } from './previewWords.ts';
import { usePreview } from './usePreview.ts';

const resource = 'sign_in_rules';

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 1.5, alignContent: 'start', minWidth: 0 }}>
    <Typography variant="h2">{title}</Typography>
    {children}
  </Paper>
);

/** Which roles and brands would follow from what a provider says of somebody: rules can be tried before they count. */
export default function SignInPreview() {
  const t = useWords();
  const can = useCan();
  const id = useId();
  usePageTitle(t('title'));
  const preview = usePreview();
  if (!can('read', resource)) return <Denied resource={resource} screen="list" />;
  if (preview.error) return <Trouble error={preview.error} list={`/${resource}`} />;
  const { rules, outcome, claims } = preview;
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2, pb: 3, maxWidth: 1240, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h1" sx={{ mr: 'auto' }}>
          {t('title')}
        </Typography>
        <Button component={Link} to={`/${resource}`} variant="outlined">
          {t('back')}
        </Button>
      </Box>
      <Typography color="text.secondary">{t('text')}</Typography>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <Part title={t('claims')}>
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            <TextField
              id={`${id}-provider`}
              select
              size="small"
              label={t('provider')}
              value={preview.provider}
              onChange={(event) => preview.setProvider(event.target.value)}
            >
              {preview.providers.map((one) => (
                <MenuItem key={one.id} value={one.id}>
                  {one.label}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              id={`${id}-person`}
              select
              size="small"
              label={t('person')}
              value={preview.person}
              onChange={(event) => preview.choose(event.target.value)}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              <MenuItem value="">{t('nobody')}</MenuItem>
              {preview.people.map((one) => (
                <MenuItem key={one.id} value={one.id}>
                  {one._embedded?.user_id?.title ?? one.email} ({one.provider})
                </MenuItem>
              ))}
            </TextField>
          </Box>
          <TextField
            multiline
            minRows={10}
            maxRows={24}
            value={preview.text}
            onChange={(event) => preview.write(event.target.value)}
            error={!claims}
            helperText={claims ? undefined : t('wrong')}
            slotProps={{
              htmlInput: { 'aria-label': t('claims'), spellCheck: false },
              input: { sx: { fontFamily: 'monospace', fontSize: 13 } },
            }}
          />
        </Part>
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', minWidth: 0 }}>
          <Part title={t('result')}>{outcome && <PreviewResult outcome={outcome} rules={rules} t={t} />}</Part>
          <Part title={t('rules')}>
            <Typography variant="body2" color="text.secondary">
              {rules.length === 0 && !preview.loading ? t('no_rules') : t('rules_hint')}
            </Typography>
            {preview.loading ? (
              <Skeleton variant="rectangular" height={96} />
            ) : (
              <Box>
                {rules.map((rule) => (
                  <PreviewRule
                    key={rule.id}
                    rule={rule}
                    provider={preview.provider}
                    claims={claims}
                    fired={outcome?.fired.includes(rule.id) ?? false}
                    onToggle={(active) => preview.toggle(rule.id, active)}
                    t={t}
                  />
                ))}
              </Box>
            )}
          </Part>
        </Box>
      </Box>
    </Box>
  );
}
