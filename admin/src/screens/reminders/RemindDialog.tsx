import { kindOf, type Resource, zone } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useMemo, useState } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { queryClient } from '../../providers/queryClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { useSession } from '../../providers/session.ts';
import { FormProblem } from '../form/FormProblem.tsx';
import { FormSections } from '../form/FormSections.tsx';
import { useRecordForm } from '../form/useRecordForm.ts';
import { filledOf, startValues, type Values } from '../form/values.ts';
import { type Soon, timeOf } from './times.ts';
import { useWords } from './words.ts';

interface RemindDialogProps {
  /** Of which record one wants to be reminded. */
  readonly of: Resource;
  readonly record: Values;
  readonly onClose: () => void;
}

const offered: readonly Soon[] = ['hour', 'tonight', 'tomorrow', 'next_week'];
/** What is asked, and what only on demand: who else hears of it. */
const asked = { what: ['note'], when: ['remind_at', 'repetition'] };
const onDemand = { pass_on: ['escalate_to_id', 'escalate_after_days'] };

/** Asks when one wants to be reminded of a record: with one click, or any date and time. */
export default function RemindDialog({ of, record, onClose }: RemindDialogProps) {
  const t = useWords();
  const id = useId();
  const locale = useLocale();
  const say = useSay();
  const api = useKontor();
  const { user } = useSession();
  const reminders = useDeclaration('reminders');
  const [problem, setProblem] = useState<string>();
  const [opened] = useState(() => new Date());
  const [more, setMore] = useState(false);
  const form = useMemo<Resource>(
    () => ({
      name: reminders.name,
      label: reminders.label,
      title: [],
      fields: Object.fromEntries(
        [asked, onDemand].flatMap((part) =>
          Object.values(part)
            .flat()
            .map((name) => [name, reminders.fields[name]!]),
        ),
      ),
      form: { ...asked, ...onDemand },
    }),
    [reminders],
  );
  const start = useMemo<Values>(
    () => ({ ...startValues(form, user.id), remind_at: timeOf('tomorrow', opened, zone.name) }),
    [form, user.id, opened],
  );
  const { form: inputs, parts, submit } = useRecordForm(form, start);
  const chosen = useWatch({ control: inputs.control, name: 'remind_at' }) as string | null;
  const shown = more ? parts : parts.slice(0, Object.keys(asked).length);
  // on a Sunday tomorrow is next week: one of them is enough
  const taken = offered.find((soon) => timeOf(soon, opened, zone.name) === chosen);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['reminders'] });

  const undo = async (made: { readonly id: string | number }) => {
    try {
      await api.delete('reminders', { id: made.id });
      await refresh();
    } catch (failure) {
      say({ text: reasonOf(failure), tone: 'error' });
    }
  };
  const send = async () => {
    setProblem(undefined);
    try {
      await submit(async (values) => {
        const subject = { subject_resource: of.name, subject_id: record.id };
        const { data } = await api.create('reminders', { data: { ...filledOf(values), ...subject } });
        await refresh();
        const at = kindOf(form.fields.remind_at!).format(data.remind_at, form.fields.remind_at!, locale);
        say({ text: t('said', { at }), action: { label: t('undo'), onClick: () => void undo(data) } });
        onClose();
      });
    } catch (failure) {
      setProblem((failure as Error).message);
    }
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id} sx={{ overflowWrap: 'anywhere' }}>
        {t('title', { title: recordTitle(of, record, locale) })}
      </DialogTitle>
      <FormProvider {...inputs}>
        <form
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void send();
          }}
        >
          <DialogContent sx={{ pt: 0, display: 'grid', gap: 2.5 }}>
            <FormProblem resource={form} parts={parts} message={problem} />
            <Box role="group" aria-label={t('when')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {offered.map((soon) => {
                const at = timeOf(soon, opened, zone.name);
                return (
                  at && (
                    <Chip
                      key={soon}
                      label={t(soon)}
                      aria-pressed={taken === soon}
                      color={taken === soon ? 'primary' : 'default'}
                      variant={taken === soon ? 'filled' : 'outlined'}
                      onClick={() => inputs.setValue('remind_at', at, { shouldDirty: true, shouldValidate: true })}
                    />
                  )
                );
              })}
            </Box>
            <FormSections resource={form} parts={shown} plain focusFirst />
            {!more && (
              <Button color="inherit" size="small" sx={{ justifySelf: 'start' }} onClick={() => setMore(true)}>
                {t('pass_on')}
              </Button>
            )}
          </DialogContent>
          <DialogActions>
            <Button color="inherit" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" variant="contained" loading={inputs.formState.isSubmitting}>
              {t('set')}
            </Button>
          </DialogActions>
        </form>
      </FormProvider>
    </Dialog>
  );
}
