import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import { type MailOptions, useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import { reasonOf } from '../../providers/reason.ts';
import { AddressInput } from './AddressInput.tsx';
import { AppointmentSelect } from './AppointmentSelect.tsx';
import { type Along, Attachments } from './Attachments.tsx';
import { type Addressees, letterForm, roles } from './letter.ts';
import { useWords } from './words.ts';

/** What is chosen of a mail, beside what is typed. */
export interface Chosen {
  readonly brand: string;
  readonly template: string;
  readonly addressees: Addressees;
  readonly attachments: readonly Along[];
  /** Does the date of the record go along (`request`), or is it called off (`cancel`)? */
  readonly invitation: '' | 'request' | 'cancel';
}

interface MailFieldsProps {
  readonly place: { readonly resource: string; readonly id: string };
  readonly options: MailOptions;
  readonly chosen: Chosen;
  /** What was chosen is told by what it was: uploads end while other things are chosen. */
  readonly onChoose: (change: (chosen: Chosen) => Chosen) => void;
  /** What is wrong with the recipients, and with the attachments. */
  /** Are files still on their way? */
  readonly onBusy: (busy: boolean) => void;
  /** Writes a letter that goes along, where such are written about the record. */
  readonly onWrite?: (() => void) | undefined;
  readonly wrong: { readonly recipients?: string; readonly attachments?: string; readonly invitation?: string };
}

/** Who writes to whom, what it begins with, subject and text. A template fills both with the record. */
export function MailFields({ place, options, chosen, onChoose, onBusy, wrong, onWrite }: MailFieldsProps) {
  const t = useWords();
  const api = useKontor();
  const { setValue } = useFormContext();
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { brand, template, addressees } = chosen;
  const templates = options.templates.filter((one) => !one.brand_id || one.brand_id === brand);

  const fill = async (id: string) => {
    onChoose((now) => ({ ...now, template: id }));
    setProblem(undefined);
    if (!id) return;
    try {
      const { subject, html } = await api.fillMail(place.resource, place.id, {
        template_id: id,
        brand_id: brand || null,
      });
      setValue('subject', subject, { shouldDirty: true });
      setValue('html', html, { shouldDirty: true });
    } catch (error) {
      const atField = problemOf(error)?.errors?.template_id;
      setProblem(typeof atField === 'string' ? atField : reasonOf(error));
    }
  };
  return (
    <Stack spacing={2} sx={{ pt: 1 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextField
          select
          fullWidth
          label={t('brand')}
          value={brand}
          onChange={(event) => {
            const kept = options.templates.find((one) => one.id === template);
            const fits = !kept?.brand_id || kept.brand_id === event.target.value;
            onChoose((now) => ({ ...now, brand: event.target.value, template: fits ? template : '' }));
          }}
        >
          <MenuItem value="">{t('no_brand')}</MenuItem>
          {options.brands.map(({ id, title }) => (
            <MenuItem key={id} value={id}>
              {title}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          fullWidth
          label={t('template')}
          value={template}
          onChange={(event) => void fill(event.target.value)}
        >
          <MenuItem value="">{t('no_template')}</MenuItem>
          {templates.map(({ id, name, language }) => (
            <MenuItem key={id} value={id}>
              {templates.some((other) => other.name === name && other.language !== language)
                ? `${name} (${language.toUpperCase()})`
                : name}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {problem && <Alert severity="error">{problem}</Alert>}
      {roles
        .filter((role) => role === 'to' || more || addressees[role].length > 0)
        .map((role) => (
          <AddressInput
            key={role}
            label={t(role)}
            proposals={options.recipients}
            value={addressees[role]}
            onChange={(value) => onChoose((now) => ({ ...now, addressees: { ...now.addressees, [role]: value } }))}
            error={role === 'to' ? wrong.recipients : undefined}
          />
        ))}
      {!more && (
        <Button size="small" color="inherit" sx={{ alignSelf: 'start' }} onClick={() => setMore(true)}>
          {t('more')}
        </Button>
      )}
      <FieldInput resource={letterForm} name="subject" />
      <FieldInput resource={letterForm} name="html" />
      {options.appointment && (
        <AppointmentSelect
          appointment={options.appointment}
          value={chosen.invitation}
          onChange={(invitation) => onChoose((now) => ({ ...now, invitation }))}
          error={wrong.invitation}
        />
      )}
      <Attachments
        offered={options.files}
        value={chosen.attachments}
        onChange={(change) => onChoose((now) => ({ ...now, attachments: change(now.attachments) }))}
        onBusy={onBusy}
        onWrite={onWrite}
        error={wrong.attachments}
      />
    </Stack>
  );
}
