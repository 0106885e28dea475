import { fieldLabel, labelText, type Resource, resourceLabel } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import Block from 'icon/Block';
import Check from 'icon/CheckCircleOutlined';
import Remove from 'icon/RemoveCircleOutlineOutlined';
import { type ReactNode, useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { useAreas } from '../../app/navigation.ts';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useDeclaration } from '../../declarations.ts';
import { RecordAutocomplete } from '../../kinds/common/RecordAutocomplete.tsx';
import { useCan } from '../../providers/access.ts';
import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl, useSession } from '../../providers/session.ts';
import { useExplainWords } from './explainWords.ts';

interface Explanation {
  readonly allowed: boolean;
  readonly text: string;
  readonly lines: readonly {
    readonly effect: 'allow' | 'deny';
    readonly reaches: boolean | null;
    readonly text: string;
  }[];
}

const verbs = ['read', 'create', 'update', 'delete', 'restore', 'import', 'export'] as const;

/** The operations of a resource by the names that people know. */
function useOperations(resource: Resource): { readonly value: string; readonly label: string }[] {
  const t = useExplainWords();
  const locale = useLocale();
  const writable = !resource.internal && !resource.append_only && !resource.owned;
  const plain = verbs.filter(
    (verb) =>
      ['read', 'export'].includes(verb) ||
      (writable && (verb !== 'restore' || resource.trash) && (verb !== 'delete' || !resource.permanent)),
  );
  const steps = Object.entries(resource.workflow?.transitions ?? {}).map(([name, { label }]) => ({
    value: `transition.${name}`,
    label: labelText(label, name, locale),
  }));
  const actions = Object.entries(resource.actions ?? {}).map(([name, { label }]) => ({
    value: `action.${name}`,
    label: labelText(label, name, locale),
  }));
  return [...plain.map((value) => ({ value, label: t(value) })), ...steps, ...actions];
}

const Labelled = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <Box sx={{ display: 'grid', gap: 0.5, alignContent: 'start', minWidth: 0 }}>
    <Typography component="label" htmlFor={id} variant="body2" sx={{ fontWeight: 550 }}>
      {label}
    </Typography>
    {children}
  </Box>
);

/** What a user may do, and which role, share or denial makes it so. The question stands in the address. */
export default function ExplainAccess() {
  const t = useExplainWords();
  const id = useId();
  const locale = useLocale();
  const can = useCan();
  const { user: me } = useSession();
  const areas = useAreas().flatMap(({ resources }) => resources);
  const [params, setParams] = useSearchParams();
  usePageTitle(t('title'));
  const user = params.get('user') ?? me.id;
  const name = params.get('resource') ?? areas[0]?.name ?? 'users';
  const resource = useDeclaration(name);
  const operations = useOperations(resource);
  const operation = params.get('operation') ?? 'read';
  const record = params.get('id') ?? '';
  const field = params.get('field') ?? '';
  const ask = (next: Record<string, string>) => {
    const all = { user, resource: name, operation, id: record, field, ...next };
    setParams(new URLSearchParams(Object.entries(all).filter(([, value]) => value)), { replace: true });
  };
  const question = new URLSearchParams(
    Object.entries({ user, resource: name, operation, id: record, field }).filter(([, value]) => value),
  ).toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['access', question],
    queryFn: async ({ signal }) =>
      (await httpClient<Explanation>(`${apiUrl}/access/explain?${question}`, { signal })).json,
    placeholderData: (before) => before,
  });
  const guarded = Object.entries(resource.fields).filter(([, declared]) => declared.guard);
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2, pb: 3, maxWidth: 920, display: 'grid', gap: 2 }}>
      <Typography variant="h1">{t('title')}</Typography>
      <Typography color="text.secondary">{t('text')}</Typography>
      <Paper
        variant="outlined"
        sx={{
          p: 2,
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {can('read', 'roles') && (
          <Labelled id={`${id}-user`} label={t('user')}>
            <RecordAutocomplete
              id={`${id}-user`}
              target="users"
              label={t('user')}
              value={[user]}
              required
              onChange={([next]) => next && ask({ user: next })}
            />
          </Labelled>
        )}
        <Labelled id={`${id}-resource`} label={t('resource')}>
          <TextField
            id={`${id}-resource`}
            select
            size="small"
            value={name}
            onChange={(event) => ask({ resource: event.target.value, operation: 'read', id: '', field: '' })}
            slotProps={{ select: { inputProps: { 'aria-label': t('resource') } } }}
          >
            {areas.map((area) => (
              <MenuItem key={area.name} value={area.name}>
                {resourceLabel(area, locale)}
              </MenuItem>
            ))}
          </TextField>
        </Labelled>
        <Labelled id={`${id}-operation`} label={t('operation')}>
          <TextField
            id={`${id}-operation`}
            select
            size="small"
            value={operations.some(({ value }) => value === operation) ? operation : 'read'}
            onChange={(event) => ask({ operation: event.target.value })}
            slotProps={{ select: { inputProps: { 'aria-label': t('operation') } } }}
          >
            {operations.map(({ value, label }) => (
              <MenuItem key={value} value={value}>
                {label}
              </MenuItem>
            ))}
          </TextField>
        </Labelled>
        {can('read', name) && (
          <Labelled id={`${id}-record`} label={t('record')}>
            <RecordAutocomplete
              id={`${id}-record`}
              target={name}
              label={t('record')}
              value={record ? [record] : []}
              onChange={([next]) => ask({ id: next ?? '' })}
            />
          </Labelled>
        )}
        {guarded.length > 0 && (
          <Labelled id={`${id}-field`} label={t('field')}>
            <TextField
              id={`${id}-field`}
              select
              size="small"
              value={field}
              onChange={(event) => ask({ field: event.target.value })}
              slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': t('field') } } }}
            >
              <MenuItem value="">{t('any')}</MenuItem>
              {guarded.map(([key, declared]) => (
                <MenuItem key={key} value={key}>
                  {fieldLabel(declared, key, locale)}
                </MenuItem>
              ))}
            </TextField>
          </Labelled>
        )}
      </Paper>
      {error ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton variant="rounded" height={120} />
      ) : (
        <>
          <Alert severity={data.allowed ? 'success' : 'error'} role="status">
            {data.text}
          </Alert>
          <Paper component="section" variant="outlined" aria-label={t('lines')} sx={{ p: 2 }}>
            <Typography variant="h2">{t('lines')}</Typography>
            {data.lines.length === 0 && <Typography color="text.secondary">{t('no_lines')}</Typography>}
            <List disablePadding>
              {data.lines.map((line) => (
                <ListItem key={line.text} disableGutters sx={{ alignItems: 'start' }}>
                  <ListItemIcon sx={{ minWidth: 36, mt: 0.5 }}>
                    {line.reaches === false ? (
                      <Remove color="disabled" />
                    ) : line.effect === 'deny' ? (
                      <Block color="error" />
                    ) : (
                      <Check color="success" />
                    )}
                  </ListItemIcon>
                  <ListItemText primary={line.text} />
                </ListItem>
              ))}
            </List>
          </Paper>
        </>
      )}
    </Box>
  );
}
