import { askedFields, formatDate, inZone, labelText, type Resource, zone } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { RaRecord } from 'ra-core';
import { useState } from 'react';
import { useLocale } from '../../app/texts.ts';
import { useSession } from '../../providers/session.ts';
import { ActionDialog } from '../../screens/form/ActionDialog.tsx';
import { type Step, stepsOf } from '../../screens/form/steps.ts';
import { useAct } from '../../screens/form/useAct.ts';
import { noticeStyle } from './noticeStyle.ts';
import { useWords } from './words.ts';

/** As long as it is open whether a training takes place: until when, how many there are of how many, and both ways on. */
export function Decision({ resource, record }: { readonly resource: Resource; readonly record: RaRecord }) {
  const t = useWords();
  const locale = useLocale();
  const session = useSession();
  const { take, quietly } = useAct(resource);
  const [asked, setAsked] = useState<Step>();
  if (!record.decide_on || record.deleted_at || !['offered', 'option', 'confirmed'].includes(record.status))
    return null;
  const steps = stepsOf(resource, record, session);
  const go = steps.find(({ name }) => name === 'confirm' || name === 'plan');
  const off = steps.find(({ name }) => name === 'cancel');
  const count = Number(record.seats_taken ?? 0);
  const least = record.min_participants as number | null;
  const few = least !== null && least !== undefined && count < least;
  const day = formatDate(record.decide_on, locale);
  const past = record.decide_on < inZone(new Date(), zone.name).date;
  const many = least ? t('of_least', { count, least }) : t('enrolled', { count });
  const start = (step: Step) => (step.input.length ? setAsked(step) : void quietly(() => take(record as never, step)));
  const button = (step: Step | undefined, label: string, main: boolean) =>
    step && (
      <Button size="small" color="inherit" variant={main ? 'outlined' : 'text'} onClick={() => start(step)}>
        {label}
      </Button>
    );
  return (
    <Alert
      severity={few ? 'warning' : 'info'}
      sx={noticeStyle}
      action={
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {button(go, go ? labelText(go.label, go.name, locale) : '', !few)}
          {button(off, t('no_go'), few)}
        </Box>
      }
    >
      {`${t(past ? 'decide_past' : 'decide', { day })}: ${many}`}
      {asked && (
        <ActionDialog
          resource={resource}
          label={labelText(asked.label, asked.name, locale)}
          operation={`transition.${asked.name}`}
          fields={askedFields(resource, asked.input)}
          run={(input) => take(record as never, asked, input)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Alert>
  );
}
