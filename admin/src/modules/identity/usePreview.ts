import { evaluateRules, type RuleOutcome, type SignInRule } from '@kontor/shared';
import { type RaRecord, useGetList } from 'ra-core';
import { useMemo, useState } from 'react';
import { useProviders } from '../../screens/sign_in/useProviders.ts';

/** The claims of a text; undefined when it is no object of JSON. */
export function claimsIn(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const example = JSON.stringify({ email: 'anna@example.de', groups: ['kontor-admins'] }, null, 2);

/** What the preview works with: the rules as they are saved, switched on and off to try, over claims that can be edited. */
export function usePreview() {
  const rules = useGetList<RaRecord & SignInRule>('sign_in_rules', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'claim', order: 'ASC' },
    meta: { embed: ['role_id', 'brand_ids'] },
  });
  const people = useGetList('user_identities', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'last_used_at', order: 'DESC' },
    filter: { claims_null: false },
    meta: { embed: ['user_id'] },
  });
  const providers = useProviders();
  const [chosen, setProvider] = useState('');
  const provider = chosen || (providers[0]?.id ?? '');
  const [person, setPerson] = useState('');
  const [text, setText] = useState(example);
  const [tried, setTried] = useState<Readonly<Record<string, boolean>>>({});

  const claims = claimsIn(text);
  const shown = useMemo(
    () => (rules.data ?? []).map((rule) => ({ ...rule, active: tried[rule.id] ?? rule.active })),
    [rules.data, tried],
  );
  const outcome: RuleOutcome | undefined = claims && evaluateRules(shown, provider, claims);
  return {
    rules: shown,
    loading: rules.isPending,
    error: rules.error,
    people: people.data ?? [],
    providers,
    provider,
    setProvider,
    person,
    /** Takes the claims of somebody's last sign-in. */
    choose: (id: string) => {
      setPerson(id);
      const found = people.data?.find((one) => one.id === id);
      if (!found) return;
      setText(JSON.stringify(found.claims, null, 2));
      setProvider(found.provider);
    },
    text,
    write: (next: string) => {
      setText(next);
      setPerson('');
    },
    claims,
    toggle: (id: string, active: boolean) => setTried({ ...tried, [id]: active }),
    outcome,
  };
}
