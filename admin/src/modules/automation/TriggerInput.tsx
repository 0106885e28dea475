import { fieldNamed, optionLabel, type Resource, ruleDates, ruleStates } from '@kontor/shared';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import { labelOf, manifestResources, useDeclaration } from '../../declarations.ts';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import { useCan, useOpens } from '../../providers/access.ts';
import { describeWhen, fieldName } from './describeRule.ts';
import { OneOf } from './OneOf.tsx';
import { useWords } from './words.ts';

/** Of what a rule speaks, and of what that may be known. */
const dependent = ['filter', 'from_state', 'to_state', 'date_field'];

const columns = (count: number) => ({
  display: 'grid',
  gap: 2,
  mt: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: `repeat(${count}, minmax(0, 1fr))` },
  alignItems: 'start',
});

/** When: of which records, and a date or a step. */
export function TriggerInput({ resource }: { readonly resource: Resource }) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const { setValue } = useFormContext();
  const watched = useWatch({ name: 'resource' }) as string | null;
  const trigger = useWatch({ name: 'trigger' }) as string;
  const before = useRef(watched);
  useEffect(() => {
    if (before.current === watched) return;
    // what was said of other records means nothing here
    for (const name of dependent) setValue(name, null, { shouldDirty: true });
    setValue('actions', [], { shouldDirty: true });
    before.current = watched;
  }, [watched, setValue]);
  const ruled = [...manifestResources.values()]
    .filter(({ name, flags }) => !flags.owned && !flags.internal && !flags.append_only && can('read', name))
    .map(({ name }) => name)
    .toSorted((a, b) => labelOf(a, locale).localeCompare(labelOf(b, locale), locale));
  return (
    <>
      <Box sx={{ ...columns(2), mt: 0 }}>
        <OneOf
          of={resource}
          name="resource"
          label={t('when_of')}
          required
          options={ruled}
          labelOf={(name) => labelOf(name, locale)}
        />
        <FieldInput resource={resource} name="trigger" />
      </Box>
      {watched &&
        (trigger === 'date' ? <DateTrigger {...{ resource, watched }} /> : <StepTrigger {...{ resource, watched }} />)}
      {watched && <Meaning watched={watched} />}
    </>
  );
}

interface TriggerProps {
  readonly resource: Resource;
  /** Name of the resource of the watched records. */
  readonly watched: string;
}

/** What all of it means, in one sentence. */
function Meaning({ watched }: Pick<TriggerProps, 'watched'>) {
  const t = useWords();
  const locale = useLocale();
  const declared = useDeclaration(watched);
  const rule = useWatch();
  return (
    <Typography color="text.secondary" sx={{ mt: 2 }} aria-live="polite">
      {t('means', { sentence: describeWhen(rule, declared, locale, t) })}
    </Typography>
  );
}

function DateTrigger({ resource, watched }: TriggerProps) {
  const t = useWords();
  const locale = useLocale();
  const declared = useDeclaration(watched);
  const opens = useOpens(declared);
  const direction = useWatch({ name: 'direction' }) as string;
  const date = useWatch({ name: 'date_field' }) as string;
  const dates = ruleDates(declared).filter((name) => opens(fieldNamed(declared, name)?.guard));
  const isDate = fieldNamed(declared, date)?.kind === 'date';
  const { setValue } = useFormContext();
  const [nearest] = dates; // the records' own dates come before those of every record
  useEffect(() => {
    if (!date && nearest) setValue('date_field', nearest, { shouldDirty: true });
  }, [date, nearest, setValue]);
  return (
    <Box sx={columns(3)}>
      {direction !== 'on' && <FieldInput resource={resource} name="amount" required />}
      {direction !== 'on' && <FieldInput resource={resource} name="unit" />}
      <FieldInput resource={resource} name="direction" />
      <OneOf
        of={resource}
        name="date_field"
        required
        options={dates}
        labelOf={(name) => fieldName(declared, name, locale, t)}
      />
      {isDate && <FieldInput resource={resource} name="at_time" />}
      <FieldInput resource={resource} name="yearly" />
    </Box>
  );
}

function StepTrigger({ resource, watched }: TriggerProps) {
  const t = useWords();
  const locale = useLocale();
  const declared = useDeclaration(watched);
  const field = declared.workflow && declared.fields[declared.workflow.field];
  const states = ruleStates(declared);
  const name = (state: string) => (field ? optionLabel(field, state, locale) : state);
  if (states.length === 0) return <Box sx={{ mt: 2, color: 'text.secondary' }}>{t('no_steps')}</Box>;
  return (
    <Box sx={columns(2)}>
      <OneOf of={resource} name="from_state" options={states} labelOf={name} />
      <OneOf of={resource} name="to_state" options={states} labelOf={name} />
    </Box>
  );
}
