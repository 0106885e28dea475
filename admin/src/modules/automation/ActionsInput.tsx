import {
  fieldNamed,
  labelText,
  optionLabel,
  type Resource,
  ruleAddressees,
  ruleOwner,
  ruleUsers,
  translate,
} from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import AddIcon from 'icon/Add';
import DeleteIcon from 'icon/DeleteOutlined';
import { useGetList } from 'ra-core';
import { get, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration, useRelations } from '../../declarations.ts';
import { FieldInput } from '../../kinds/FieldInput.tsx';
import { useCan, useOpens } from '../../providers/access.ts';
import { fieldName } from './describeRule.ts';
import { OneOf } from './OneOf.tsx';
import { useAddressPaths } from './useAddressPaths.ts';
import { useWords } from './words.ts';

interface ActionsProps {
  readonly resource: Resource;
  /** Name of the resource of the watched records. */
  readonly watched: string;
}

const empty = {
  kind: 'notification',
  recipient: null,
  role_id: null,
  template_id: null,
  text: null,
  due_in: null,
  transition: null,
};

/** What happens then: each action with what it needs to know. */
export function ActionsInput({ resource, watched }: ActionsProps) {
  const t = useWords();
  const locale = useLocale();
  const { control, formState } = useFormContext();
  const child = useDeclaration(resource.fields.actions!.of);
  const array = useFieldArray({ control, name: 'actions', keyName: '_key' });
  const problem =
    (get(formState.errors, 'actions.root.message') as string | undefined) ??
    (get(formState.errors, 'actions.message') as string | undefined);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {array.fields.map((row, index) => (
        <ActionInput
          key={row['_key' as never] as string}
          {...{ child, watched, index }}
          onRemove={() => array.remove(index)}
        />
      ))}
      {array.fields.length === 0 && <Typography color="text.secondary">{t('no_action')}</Typography>}
      {problem && <FormHelperText error>{translate(problem, locale)}</FormHelperText>}
      <Button
        startIcon={<AddIcon />}
        onClick={() => array.append(empty, { shouldFocus: false })}
        sx={{ justifySelf: 'start' }}
      >
        {t('add_action')}
      </Button>
    </Box>
  );
}

interface ActionProps {
  readonly child: Resource;
  readonly watched: string;
  readonly index: number;
  readonly onRemove: () => void;
}

function ActionInput({ child, watched, index, onRemove }: ActionProps) {
  const t = useWords();
  const locale = useLocale();
  const declared = useDeclaration(watched);
  const relations = useRelations();
  const opens = useOpens(declared);
  const at = (name: string) => `actions.${index}.${name}`;
  const kind = useWatch({ name: at('kind') }) as string;
  const mailable = relations.subjects('mailable').includes(watched);
  const steps = declared.workflow?.transitions ?? {};
  const kinds = Object.keys(child.fields.kind!.options as object).filter(
    (one) => one === kind || ((one !== 'mail' || mailable) && (one !== 'transition' || Object.keys(steps).length > 0)),
  );
  const people = (kind === 'mail' ? ruleAddressees(declared) : ruleUsers(declared)).filter((name) =>
    opens(fieldNamed(declared, name)?.guard),
  );
  const paths = useAddressPaths(declared);
  const toRole = kind === 'notification' || kind === 'transition';
  return (
    <Box
      role="group"
      aria-label={t('action', { number: index + 1 })}
      sx={{ display: 'flex', gap: 1, border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}
    >
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        <OneOf
          of={child}
          name="kind"
          source={at('kind')}
          required
          options={kinds}
          labelOf={(one) => optionLabel(child.fields.kind!, one, locale)}
        />
        <OneOf
          of={child}
          name="recipient"
          source={at('recipient')}
          {...(kind === 'task' ? { label: t('assignee') } : {})}
          required={!toRole}
          options={[...people, ...(kind === 'mail' ? paths.keys() : []), ruleOwner]}
          labelOf={(name) => paths.get(name) ?? fieldName(declared, name, locale, t)}
        />
        {toRole && <FieldInput resource={child} name="role_id" source={at('role_id')} />}
        {kind === 'mail' && <TemplateInput {...{ child, watched }} source={at('template_id')} />}
        {kind === 'transition' && (
          <OneOf
            of={child}
            name="transition"
            source={at('transition')}
            required
            options={Object.keys(steps)}
            labelOf={(step) => (steps[step] ? labelText(steps[step].label, step, locale) : step)}
          />
        )}
        {kind !== 'mail' && kind !== 'transition' && (
          <FieldInput resource={child} name="text" source={at('text')} required />
        )}
        {kind === 'task' && <FieldInput resource={child} name="due_in" source={at('due_in')} />}
      </Box>
      <IconButton
        size="small"
        aria-label={t('remove_action', { number: index + 1 })}
        onClick={onRemove}
        sx={{ alignSelf: 'start' }}
      >
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}

/** A template that fits: those of other records are not offered. */
function TemplateInput({ child, watched, source }: { child: Resource; watched: string; source: string }) {
  const can = useCan();
  const { data = [] } = useGetList(
    'email_templates',
    {
      pagination: { page: 1, perPage: 200 },
      sort: { field: 'name', order: 'ASC' },
      filter: { resource: watched, active: true },
    },
    { enabled: can('read', 'email_templates') },
  );
  const names = new Map(
    data.map(({ id, name, language }) => [id as string, `${name} (${String(language).toUpperCase()})`]),
  );
  return (
    <OneOf
      of={child}
      name="template_id"
      source={source}
      required
      options={[...names.keys()]}
      labelOf={(id) => names.get(id) ?? '…'}
    />
  );
}
