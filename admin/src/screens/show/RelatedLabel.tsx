import { fieldLabel, formatDecimal } from '@kontor/shared';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import type { Identifier } from 'ra-core';
import { useLocale } from '../../app/texts.ts';
import { type IncomingRelation, labelOf, useDeclaration } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { relatedFilter } from './related.ts';

export interface RelatedLabelProps {
  readonly relation: IncomingRelation;
  readonly target: string;
  readonly id: Identifier;
  /** Several fields of the same resource point here: the field tells them apart. */
  readonly byField: boolean;
}

/** The label of a tab with related records, and how many there are. */
export function RelatedLabel({ relation, target, id, byField }: RelatedLabelProps) {
  const locale = useLocale();
  const api = useKontor();
  const filter = relatedFilter(relation, target, id);
  const { data } = useQuery({
    queryKey: [relation.resource, 'aggregate', 'related', filter],
    queryFn: ({ signal }) => api.aggregate(relation.resource, { measures: ['count'], filter }, signal),
  });
  const count = data?.[0]?.count;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'baseline' }}>
      {labelOf(relation.resource, locale)}
      {byField && <FieldPart relation={relation} />}
      {count !== undefined && (
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontVariantNumeric: 'tabular-nums' }}>
          {formatDecimal(String(count), locale)}
        </Box>
      )}
    </Box>
  );
}

function FieldPart({ relation }: { relation: IncomingRelation }) {
  const resource = useDeclaration(relation.resource);
  const locale = useLocale();
  return <span>({fieldLabel(resource.fields[relation.field]!, relation.field, locale)})</span>;
}
