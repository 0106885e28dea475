import { kindOf, type Model, type Resource, resourceLabel } from '@kontor/shared';

/** Screens of which a source can be printed. */
export const printable = ['list', 'show', 'edit', 'create'] as const;
export type Printable = (typeof printable)[number];

/** `CustomerShow`: the name of the component and of its file. */
export function componentName(resource: Resource, screen: Printable): string {
  const words = resourceLabel(resource, 'en', 'one')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return `${name}${screen.charAt(0).toUpperCase()}${screen.slice(1)}`;
}

const opening = '// What the generated screen could not do: …';
const list = (names: readonly string[]) => `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;

/** The sections with every field that people type, as the generated form has them. */
function arrangement(resource: Resource): string {
  const typed = Object.entries(resource.fields)
    .filter(([, field]) => !field.hidden && !field.readOnly && !kindOf(field).computed && !field.through)
    .map(([name]) => name);
  const sections = Object.entries(resource.form ?? { '': [] });
  const named = new Set(sections.flatMap(([, fields]) => fields));
  const rest = typed.filter((name) => !named.has(name));
  const form = sections.map(
    ([title, fields], i) =>
      `${JSON.stringify(title)}: ${list([...fields, ...(i === sections.length - 1 ? rest : [])])},`,
  );
  return `/** The sections and their fields, in order. */
const arrangement = {
  form: { ${form.join('\n')} },${resource.sections ? `\n  sections: ${JSON.stringify(resource.sections)},` : ''}
};`;
}

const one = (resource: Resource) => resourceLabel(resource, 'en', 'one').toLowerCase();

const listSource = (resource: Resource, name: string) => {
  const [field, order] = resource.list?.sort ?? ['created_at', 'DESC'];
  return `${opening}
import { ListBase } from 'ra-core';
import { useMemo } from 'react';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedsOf } from '../../screens/list/columns/fields.ts';
import { useColumns } from '../../screens/list/columns/useColumns.ts';
import { pageSizes } from '../../screens/list/Footer.tsx';
import { ListView } from '../../screens/list/ListView.tsx';

/** What the list shows until its user arranges it, and what it can be filtered by at once. */
const shown = {
  columns: ${list(resource.list?.columns ?? resource.title)},
  filters: ${list(resource.list?.filters ?? [])},
};
const sort = { field: ${JSON.stringify(field)}, order: ${JSON.stringify(order)} } as const;

/** The list of ${resourceLabel(resource, 'en').toLowerCase()}. */
export default function ${name}({ resource: declared }: ScreenProps) {
  const declaration = useDeclaration(declared);
  const resource = useMemo(() => ({ ...declaration, list: shown }), [declaration]);
  const columns = useColumns(resource);
  const embed = useMemo(() => embedsOf(resource, [...columns.shown, ...resource.title]), [resource, columns.shown]);
  return (
    <ListBase
      resource={declared}
      perPage={pageSizes[0]}
      sort={sort}
      exporter={false}
      disableAuthentication
      queryOptions={{ meta: { embed }, onError: () => undefined }}
    >
      <ListView resource={resource} columns={columns} />
    </ListBase>
  );
}
`;
};

/** What edit and show share: the record, or what stands in its place. */
const loading = (screen: 'show' | 'edit') => `  const declaration = useDeclaration(declared);
  const resource = useMemo(() => ({ ...declaration, ...arrangement }), [declaration]);
  const { data, error, refetch } = useGetOne(declared, { id, meta: { embed: embedNames(declaration) } });
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <ScreenSkeleton screen="${screen}" />;`;

const showSource = (resource: Resource, name: string) => `${opening}
import { RecordContextProvider, useGetOne } from 'ra-core';
import { useMemo } from 'react';
import { ScreenSkeleton } from '../../app/feedback/ScreenSkeleton.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { ShowView } from '../../screens/show/ShowView.tsx';

${arrangement(resource)}

/** The page of a ${one(resource)}. */
export default function ${name}({ resource: declared, id = '' }: ScreenProps) {
${loading('show')}
  return (
    <RecordContextProvider value={data}>
      <ShowView key={id} resource={resource} record={data} />
    </RecordContextProvider>
  );
}
`;

const editSource = (resource: Resource, name: string) => `${opening}
import type { Resource } from '@kontor/shared';
import { type RaRecord, RecordContextProvider, useGetOne } from 'ra-core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ScreenSkeleton } from '../../app/feedback/ScreenSkeleton.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import type { ScreenProps } from '../../app/registry.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { EditForm } from '../../screens/form/EditForm.tsx';

${arrangement(resource)}

/** The form of a ${one(resource)}. */
export default function ${name}({ resource: declared, id = '' }: ScreenProps) {
${loading('edit')}
  return <Steady key={id} resource={resource} record={data} />;
}

/** Keeps what is typed on the record that was read when typing began; a newer version is merged when it is saved. */
function Steady({ resource, record }: { resource: Resource; record: RaRecord }) {
  const navigate = useNavigate();
  const [base, setBase] = useState(record);
  const dirty = useRef(false);
  useEffect(() => {
    if (!dirty.current && record.version !== base.version) setBase(record);
  }, [record, base]);
  return (
    <RecordContextProvider value={base}>
      <EditForm
        resource={resource}
        record={base}
        onDirty={(now) => {
          dirty.current = now;
        }}
        onSaved={(saved) => setBase(saved as RaRecord)}
        onLeave={() => navigate(\`/\${resource.name}/\${base.id}/show\`)}
      />
    </RecordContextProvider>
  );
}
`;

const createSource = (resource: Resource, name: string) => `${opening}
import { type Resource, resourceLabel } from '@kontor/shared';
import { useCreate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import type { ScreenProps } from '../../app/registry.ts';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useDeclaration } from '../../declarations.ts';
import { useSession } from '../../providers/session.ts';
import { FormPage } from '../../screens/form/FormPage.tsx';
import { NewBar } from '../../screens/form/NewBar.tsx';
import { draftId, prefilled } from '../../screens/form/prefilled.ts';
import { useDraft } from '../../screens/form/useDraft.ts';
import { useRecordForm } from '../../screens/form/useRecordForm.ts';
import { filledOf, startValues, wireValues } from '../../screens/form/values.ts';
import { useWords } from '../../screens/form/words.ts';

${arrangement(resource)}

/** The form of a new ${one(resource)}. */
export default function ${name}({ resource: declared }: ScreenProps) {
  const declaration = useDeclaration(declared);
  const resource = useMemo(() => ({ ...declaration, ...arrangement }), [declaration]);
  const location = useLocation();
  const { user } = useSession();
  const [round, setRound] = useState(0);
  const values = useMemo(
    () => ({ ...startValues(resource, user.id), ...(round === 0 ? prefilled(resource, location) : {}) }),
    [resource, user.id, location, round],
  );
  return (
    <NewForm
      key={\`\${location.key} \${round}\`}
      resource={resource}
      draftId={draftId(location)}
      values={values}
      onAgain={() => setRound(round + 1)}
    />
  );
}

interface NewFormProps {
  readonly resource: Resource;
  readonly draftId: string;
  readonly values: Record<string, unknown>;
  readonly onAgain: () => void;
}

function NewForm({ resource, draftId: id, values, onAgain }: NewFormProps) {
  const locale = useLocale();
  const t = useWords();
  const say = useSay();
  const navigate = useNavigate();
  const recordForm = useRecordForm(resource, values);
  const draft = useDraft({ resource, id, form: recordForm.form, before: values });
  const [create] = useCreate();
  const name = resourceLabel(resource, locale, 'one');
  usePageTitle(t('new', { name }));
  return (
    <FormPage
      resource={resource}
      recordForm={recordForm}
      isNew
      draft={draft}
      bar={() => <NewBar resource={resource} />}
      onCancel={() => navigate(\`/\${resource.name}\`)}
      send={async (typed, then, leave) => {
        const data = wireValues(resource, filledOf(typed));
        const record = await create(resource.name, { data }, { returnPromise: true });
        draft.drop();
        say({ text: t('created', { name, title: recordTitle(resource, record, locale) }) });
        leave(then === 'new' ? onAgain : () => navigate(\`/\${resource.name}/\${record.id}/show\`, { replace: true }));
      }}
    />
  );
}
`;

const sources = { list: listSource, show: showSource, edit: editSource, create: createSource };

/** Which screens of a resource a source can be printed of. */
export const screensOf = (resource: Resource): readonly Printable[] =>
  resource.server_only
    ? []
    : resource.internal || resource.append_only || resource.owned
      ? ['list', 'show']
      : printable;

/**
 * The source of a generated screen, with its arrangement spelled out, as an override to start from. It is put together from
 * the pieces of the generated screen, so that what they learn later reaches the override as well.
 */
export function screenSource(model: Model, resource: Resource, screen: Printable): { file: string; source: string } {
  const name = componentName(resource, screen);
  return {
    file: `admin/src/modules/${model.moduleOf(resource.name).name}/${name}.tsx`,
    source: sources[screen](resource, name),
  };
}
