import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import AddIcon from 'icon/Add';
import OpenInNew from 'icon/OpenInNew';
import { type Ref, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { labelOf, useDeclaration } from '../../declarations.ts';
import { useCan } from '../../providers/access.ts';
import { namingField, type RecordOption } from './recordOptions.ts';
import { useChosenRecords, useRecordOptions } from './useRecordOptions.ts';
import { useWords } from './words.ts';

const loadDialog = () => import('../../screens/form/CreateDialog.tsx').then((module) => module.CreateDialog);

export interface RecordAutocompleteProps {
  readonly id: string;
  /** The resource whose records are offered. */
  readonly target: string;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly label: string;
  readonly multiple?: boolean;
  /** Titles that are known already. */
  readonly known?: ReadonlyMap<string, string | null>;
  /** What the offered records meet, and one that is created gets. */
  readonly filter?: Readonly<Record<string, unknown>>;
  /** Offers to create a record that is not found. */
  readonly creatable?: boolean;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<unknown>;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly dense?: boolean | undefined;
}

const nothingKnown: ReadonlyMap<string, string | null> = new Map();
const anything: Readonly<Record<string, unknown>> = {};

/** Chooses records of another resource: the server searches while one types, and creates what is missing. */
export function RecordAutocomplete(props: RecordAutocompleteProps) {
  const { target, value, onChange, multiple = false, known = nothingKnown, filter = anything } = props;
  const { disabled, creatable, dense } = props;
  const resource = useDeclaration(target);
  const locale = useLocale();
  const can = useCan();
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [creating, setCreating] = useState<string>();
  const chosen = useChosenRecords(resource, value, known);
  const CreateDialog = useLoaded(loadDialog, creating !== undefined, () => setCreating(undefined));
  const { options, loading, error } = useRecordOptions(resource, text, open, filter);
  const mayCreate = creatable && can('create', target) && !resource.internal && namingField(resource) !== undefined;
  const typed = text.trim();
  const offered: readonly RecordOption[] =
    mayCreate && typed && !options.some((option) => option.title === typed)
      ? [...options, { id: '', title: typed, isNew: true }]
      : options;
  const titleOf = (option: RecordOption) => option.title ?? t('hidden_record');
  const take = (next: readonly RecordOption[]) => {
    const wish = next.find((option) => option.isNew);
    setText('');
    if (wish) setCreating(wish.title ?? '');
    else onChange(next.map((option) => option.id));
  };
  const [single] = chosen;
  const field = (
    <Autocomplete<RecordOption, boolean, boolean>
      id={props.id}
      multiple={multiple}
      size="small"
      fullWidth
      autoHighlight
      openOnFocus={false}
      handleHomeEndKeys={false}
      disabled={disabled ?? false}
      disableClearable={!multiple && Boolean(props.required)}
      disableCloseOnSelect={multiple}
      filterSelectedOptions={multiple}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={offered}
      filterOptions={(all) => all}
      loading={loading}
      loadingText={t('loading')}
      noOptionsText={error ? error.message : t('no_hits')}
      openText={t('open_list')}
      closeText={t('close')}
      clearText={t('clear')}
      // in a narrow cell of a grid the list is as wide as it needs to be
      slotProps={{ popper: { placement: 'bottom-start', sx: { minWidth: 300 } } }}
      value={(multiple ? chosen : (single ?? null)) as never}
      isOptionEqualToValue={(a, b) => a.id === b.id && !a.isNew}
      getOptionLabel={(option) => (typeof option === 'string' ? option : titleOf(option))}
      getOptionKey={(option) => (typeof option === 'string' ? option : option.id || 'new')}
      onInputChange={(_, next, reason) => setText(reason === 'input' ? next : '')}
      onChange={(_, next) =>
        take(next === null ? [] : ((Array.isArray(next) ? next : [next]) as readonly RecordOption[]))
      }
      renderOption={({ key, ...attributes }, option) => (
        <Box component="li" key={key} {...attributes}>
          {option.isNew ? (
            <>
              <AddIcon fontSize="small" sx={{ mr: 1 }} aria-hidden />
              {t('create_named', { name: titleOf(option) })}
            </>
          ) : (
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{titleOf(option)}</Box>
              {option.detail && <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{option.detail}</Box>}
            </Box>
          )}
        </Box>
      )}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          {...(props.inputRef ? { inputRef: props.inputRef } : {})}
          error={props.invalid ?? false}
          autoFocus={props.autoFocus ?? false}
          placeholder={value.length === 0 && !dense ? t('search_in', { name: labelOf(target, locale) }) : ''}
          // the dialog that creates what is missing takes the focus: nothing has been left empty yet
          onBlur={() => creating === undefined && props.onBlur?.()}
          slotProps={{
            htmlInput: {
              ...parameters.inputProps,
              'aria-label': props.label,
              'aria-describedby': props.describedBy,
              'aria-invalid': props.invalid ?? false,
              'aria-required': props.required ? true : undefined,
            },
          }}
        />
      )}
    />
  );
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5 }}>
      {field}
      {!multiple && !dense && single?.title && (
        <IconButton
          component={Link}
          to={`/${target}/${encodeURIComponent(single.id)}/show`}
          target="_blank"
          aria-label={t('open_record', { name: single.title })}
          size="small"
          sx={{ mt: 0.5 }}
        >
          <OpenInNew sx={{ fontSize: 18 }} />
        </IconButton>
      )}
      {CreateDialog && creating !== undefined && (
        <Suspense>
          <CreateDialog
            resource={target}
            values={{ ...filter, [namingField(resource) ?? '']: creating }}
            onClose={() => setCreating(undefined)}
            onCreated={(record) => {
              setCreating(undefined);
              onChange(multiple ? [...value, record.id] : [record.id]);
            }}
          />
        </Suspense>
      )}
    </Box>
  );
}
