import { useQuery } from '@tanstack/react-query';
import { httpClient } from '../../../providers/httpClient.ts';
import { apiUrl } from '../../../providers/session.ts';

export type PartName = 'availability' | 'region' | 'rating' | 'load' | 'cost';

export interface Part {
  readonly part: PartName;
  readonly points: number;
  readonly of: number;
  readonly reasons: readonly string[];
}

/** A trainer who can lead the sessions; fee and journey only for who may see them. */
export interface Match {
  readonly trainer_id: string;
  readonly name: string;
  readonly points: number;
  readonly parts: readonly Part[];
  readonly state: {
    readonly status: string;
    readonly order: number | null;
    readonly answer_until: string | null;
    readonly reason: string | null;
  } | null;
  readonly fee?: string | null;
  readonly travel_cost?: string | null;
}

export interface Matches {
  readonly sessions: readonly {
    readonly id: string;
    readonly name: string;
    readonly starts_at: string;
    readonly ends_at: string;
  }[];
  readonly open: boolean;
  readonly of: number;
  readonly ranking: readonly Match[];
  readonly out: readonly { readonly trainer_id: string; readonly name: string; readonly reasons: readonly string[] }[];
}

/** The trainers for a training, best first. */
export const useMatches = (training: string) =>
  useQuery({
    queryKey: ['trainings', 'trainers', training],
    queryFn: async ({ signal }) =>
      (await httpClient<Matches>(`${apiUrl}/trainings/${training}/trainers`, { signal })).json,
    // others plan as well
    staleTime: 0,
  });
