import { useQuery } from '@tanstack/react-query';
import { useKontor } from '../../providers/dataProvider.ts';
import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl } from '../../providers/session.ts';

/** What the server says a rule would do. */
export interface Preview {
  readonly resource: string;
  readonly days: number | null;
  readonly count: number;
  readonly not_met: number;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly due_at: string | null;
    readonly actions: readonly {
      readonly kind: string;
      readonly what: string;
      readonly to: readonly string[];
      readonly problem?: string;
    }[];
  }[];
}

const tryRule = async (rule: Record<string, unknown> | undefined) => {
  const body = JSON.stringify({ rule });
  return (await httpClient<{ preview: Preview }>(`${apiUrl}/automation_rules/preview`, { method: 'POST', body })).json;
};

/** Asks what a rule would do, as it is stored or with values as they are being typed; without an id one that was never saved. */
export function usePreview(
  id: string | undefined,
  {
    rule,
    version,
    enabled = true,
  }: { rule?: Record<string, unknown> | undefined; version?: number; enabled?: boolean },
) {
  const kontor = useKontor();
  return useQuery({
    queryKey: ['automation_rules', 'preview', id ?? null, version ?? null, rule ?? null],
    queryFn: async () => {
      if (id === undefined) return (await tryRule(rule)).preview;
      const answer = await kontor.act('automation_rules', id, 'preview', rule ? { rule } : {});
      return answer.preview as Preview;
    },
    enabled,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}
