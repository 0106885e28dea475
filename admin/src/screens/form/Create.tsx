import { type Resource, resourceLabel } from '@kontor/shared';
import { useCreate } from 'ra-core';
import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { recordTitle } from '../../app/recordTitle.ts';
import type { ScreenProps } from '../../app/registry.ts';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useDeclaration } from '../../declarations.ts';
import { useBrandInWork } from '../../providers/brand.ts';
import { useSession } from '../../providers/session.ts';
import { FormPage } from './FormPage.tsx';
import type { FormSectionsProps } from './FormSections.tsx';
import { NewBar } from './NewBar.tsx';
import { draftId, prefilled } from './prefilled.ts';
import { TakenContext } from './TakenOver.tsx';
import { useCompletion } from './useCompletion.ts';
import { useDraft } from './useDraft.ts';
import { useOnlyChoices } from './useOnlyChoices.ts';
import { useRecordForm } from './useRecordForm.ts';
import { brandValues, filledOf, startValues, type Values, wireValues } from './values.ts';
import { useWords } from './words.ts';

/**
 * The generated screen for a new record. `?source={…}` or the state of the navigation fill it in advance. `body`: inputs in
 * place of the generated sections.
 */
export default function Create({ resource, body }: ScreenProps & { readonly body?: ComponentType<FormSectionsProps> }) {
  const declaration = useDeclaration(resource);
  const location = useLocation();
  const { user } = useSession();
  const brand = useBrandInWork();
  const [round, setRound] = useState(0);
  const given = useMemo(() => (round === 0 ? prefilled(declaration, location) : {}), [declaration, location, round]);
  const values = useMemo(
    () => ({ ...startValues(declaration, user.id), ...brandValues(declaration, brand?.id), ...given }),
    [declaration, user.id, brand?.id, given],
  );
  return (
    <CreateForm
      key={`${location.key} ${round}`}
      resource={declaration}
      draftId={draftId(location)}
      values={values}
      given={given}
      body={body}
      onAgain={() => setRound(round + 1)}
    />
  );
}

interface CreateFormProps {
  readonly resource: Resource;
  readonly draftId: string;
  readonly values: Values;
  /** Those of the values that are said already: by an address, or by the record that is copied. */
  readonly given: Values;
  readonly body: ComponentType<FormSectionsProps> | undefined;
  readonly onAgain: () => void;
}

function CreateForm({ resource, draftId: id, values, given, body, onAgain }: CreateFormProps) {
  const locale = useLocale();
  const t = useWords();
  const say = useSay();
  const navigate = useNavigate();
  const [before, setBefore] = useState(values);
  const recordForm = useRecordForm(resource, before);
  const filled = useRef<Values>({});
  const draft = useDraft({ resource, id, form: recordForm.form, before, filled });
  const said = useMemo(
    () => new Set([...Object.keys(given), ...Object.keys(draft.restored?.values ?? {})]),
    [given, draft.restored],
  );
  const completion = useCompletion({ resource, form: recordForm.form, before, filled, given: said });
  const only = useOnlyChoices(resource, values);
  const { isDirty } = recordForm.form.formState;
  // Where there is nothing to choose from, it is chosen; what has been typed meanwhile counts more.
  useEffect(() => {
    if (only && Object.keys(only).length > 0 && before === values && !isDirty) setBefore({ ...values, ...only });
  }, [only, before, values, isDirty]);
  const [create] = useCreate();
  const name = resourceLabel(resource, locale, 'one');
  usePageTitle(t('new', { name }));
  return (
    <TakenContext value={completion.taken}>
      <FormPage
        resource={resource}
        recordForm={{ ...recordForm, submit: completion.settled(recordForm.submit) }}
        isNew
        waiting={completion.waiting}
        body={body}
        draft={draft}
        bar={() => <NewBar resource={resource} />}
        onCancel={() => navigate(window.history.state?.idx > 0 ? (-1 as never) : `/${resource.name}`)}
        send={async (typed, then, leave) => {
          const record = await create(
            resource.name,
            { data: completion.wire(typed, wireValues(resource, filledOf(typed))) },
            { returnPromise: true },
          );
          draft.drop();
          const text = t('created', { name, title: recordTitle(resource, record, locale) });
          if (then === 'new') {
            leave(onAgain);
            say({
              text,
              action: {
                label: recordTitle(resource, record, locale),
                onClick: () => navigate(`/${resource.name}/${record.id}/show`),
              },
            });
          } else {
            leave(() => navigate(`/${resource.name}/${record.id}/show`, { replace: true }));
            say({ text });
          }
        }}
      />
    </TakenContext>
  );
}
