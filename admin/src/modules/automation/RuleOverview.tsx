import { fieldLabel } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useGetMany, useUpdate } from 'ra-core';
import { useMemo } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useCan, useOpens } from '../../providers/access.ts';
import { reasonOf } from '../../providers/reason.ts';
import { filterFields } from '../../screens/list/columns/fields.ts';
import { describe, groupFilter } from '../../screens/list/filters/entries.ts';
import { useTitles } from '../../screens/list/filters/useTitles.ts';
import { useWords as useListWords } from '../../screens/list/useWords.ts';
import { Facts } from '../../screens/show/Facts.tsx';
import type { OverviewProps } from '../../screens/show/Overview.tsx';
import { describeAction, describeWhen } from './describeRule.ts';
import { Part } from './Part.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { useAddressPaths } from './useAddressPaths.ts';
import { useBeside } from './useBeside.ts';
import { usePreview } from './usePreview.ts';
import { operatorWords, useWords } from './words.ts';

const facts = ['active', 'owner_id', 'armed_at', 'created_at', 'created_by', 'updated_at', 'updated_by'];

/** A rule in words, what it would do, and at the side what the house knows about it. */
export function RuleOverview({ resource, record }: OverviewProps) {
  const t = useWords();
  const can = useCan();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 300px' },
        alignItems: 'start',
        maxWidth: 1240,
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Switch resource={resource} record={record} />
        {!record.owner_id && <Alert severity="info">{t('shipped')}</Alert>}
        <Part title={t('rule')}>
          <Sentence record={record} />
        </Part>
        {can('action.preview', resource.name) && (
          <Part title={t('preview')}>
            <StoredPreview resource={resource} record={record} />
          </Part>
        )}
      </Box>
      <Facts resource={resource} record={record} title="" fields={facts} narrow />
    </Box>
  );
}

/** That the rule does nothing now, why, and the way to switch it on. */
function Switch({ resource, record }: OverviewProps) {
  const t = useWords();
  const say = useSay();
  const can = useCan();
  const [update, { isPending }] = useUpdate();
  if (record.active) return null;
  const switchOn = async () => {
    try {
      await update(
        resource.name,
        { id: record.id, data: { active: true, version: record.version }, previousData: record as never },
        { mutationMode: 'pessimistic', returnPromise: true },
      );
      say({ text: t('switched_on') });
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    }
  };
  return (
    <Alert
      severity={record.problem ? 'warning' : 'info'}
      action={
        can('update', resource.name) && (
          <Button color="inherit" size="small" loading={isPending} onClick={() => void switchOn()}>
            {t('switch_on')}
          </Button>
        )
      }
    >
      {[t('off'), record.problem].filter(Boolean).join(' ')}
    </Alert>
  );
}

function Sentence({ record }: { readonly record: OverviewProps['record'] }) {
  const t = useWords();
  const list = useListWords();
  const locale = useLocale();
  const watched = useDeclaration(record.resource);
  const opens = useOpens(watched);
  const groups = useMemo(
    () =>
      groupFilter(watched, record.filter ?? {}, filterFields(watched, opens)).filter(
        ({ field, name }) => field || !name.includes('.'),
      ),
    [watched, record.filter, opens],
  );
  const beside = useBeside(watched, record.filter ?? {});
  const title = useTitles(groups);
  const actions = (record.actions ?? []) as Record<string, any>[];
  const names = useNames(actions);
  const paths = useAddressPaths(watched);
  const named = (id: string) => paths.get(id) ?? names(id);
  const words = operatorWords(list);
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.5, '& dd': { m: 0 } }}>
      <Line term={t('when')}>{describeWhen(record, watched, locale, t)}</Line>
      {groups.length + beside.length > 0 && (
        <Line term={t('if_only')}>
          {groups.map((group) => (
            <div key={group.name}>
              {group.field ? fieldLabel(group.field, group.name, locale) : group.name}:{' '}
              {describe(group, locale, words, title)}
            </div>
          ))}
          {beside.map(({ label, group }) => (
            <div key={label}>
              {label}: {describe(group, locale, words, title)}
            </div>
          ))}
        </Line>
      )}
      <Line term={t('then_do')}>
        {actions.map((action) => (
          <div key={action.id}>{describeAction(action, watched, locale, t, named)}</div>
        ))}
        {actions.length === 0 && t('no_action')}
      </Line>
    </Box>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <Typography component="dt" variant="body2" color="text.secondary">
        {term}
      </Typography>
      <Typography component="dd" sx={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </div>
  );
}

/** The names of the templates and roles that actions speak of. */
function useNames(actions: readonly Record<string, any>[]): (id: string) => string | undefined {
  const idsOf = (name: string) => [...new Set(actions.flatMap((action) => action[name] ?? []))] as string[];
  const templates = useGetMany('email_templates', { ids: idsOf('template_id') });
  const roles = useGetMany('roles', { ids: idsOf('role_id') });
  return (id) => [...(templates.data ?? []), ...(roles.data ?? [])].find((one) => one?.id === id)?.name;
}

function StoredPreview({ resource, record }: OverviewProps) {
  const t = useWords();
  const action = useDeclaration(resource.fields.actions!.of);
  const { data, error } = usePreview(`${record.id}`, { version: record.version });
  if (error) return <Alert severity="error">{reasonOf(error)}</Alert>;
  if (!data) return <Skeleton variant="rounded" height={60} aria-label={t('preview_loading')} />;
  return <PreviewTable preview={data} action={action} />;
}
