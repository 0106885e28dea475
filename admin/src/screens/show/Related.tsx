import { resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import AddIcon from 'icon/Add';
import { type Identifier, type SortPayload, useGetList } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Notice } from '../../app/feedback/Notice.tsx';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { DeclaredIcon } from '../../app/icons.tsx';
import { usePhone } from '../../app/preferences.ts';
import { useLocale } from '../../app/texts.ts';
import { type IncomingRelation, useDeclaration } from '../../declarations.ts';
import { useOpens } from '../../providers/access.ts';
import { embedsOf, listFields } from '../list/columns/fields.ts';
import { useCreatable } from '../list/ListHead.tsx';
import { QuickCreate } from '../list/quick/QuickCreate.tsx';
import { quickField } from '../list/quick/quickField.ts';
import { viewPath } from '../list/views/viewPath.ts';
import { RelatedRows } from './RelatedRows.tsx';
import { createPath, givenNames, relatedFilter, relatedValues } from './related.ts';
import { useWords } from './words.ts';

const mostColumns = 6;
const shownFirst = 25;

export interface RelatedProps {
  readonly relation: IncomingRelation;
  readonly target: string;
  readonly id: Identifier;
}

/** Records of another resource that point here, with a line to add one where a line is enough. */
export function Related({ relation, target, id }: RelatedProps) {
  const resource = useDeclaration(relation.resource);
  const t = useWords();
  const locale = useLocale();
  const phone = usePhone();
  const opens = useOpens(resource);
  const creatable = useCreatable(resource);
  const [first, order] = resource.list?.sort ?? ['created_at', 'DESC'];
  const [sort, setSort] = useState<SortPayload>({ field: first, order });
  const available = listFields(resource, opens);
  const columns = (resource.list?.columns ?? resource.title)
    .filter((name) => name !== relation.field && available.includes(name))
    .slice(0, phone ? undefined : mostColumns);
  const filter = relatedFilter(relation, target, id);
  const {
    data,
    total = 0,
    error,
    isPending,
    refetch,
  } = useGetList(
    resource.name,
    {
      filter,
      sort,
      pagination: { page: 1, perPage: shownFirst },
      meta: { embed: embedsOf(resource, [...columns, ...resource.title]) },
    },
    { placeholderData: (before) => before },
  );
  const values = relatedValues(relation, target, id);
  const quick = creatable ? quickField(resource, givenNames(relation)) : undefined;
  const one = resourceLabel(resource, locale, 'one');
  const create = createPath(relation, target, id);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 1240 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', flexWrap: 'wrap' }}>
        {quick && (
          <Box sx={{ flex: '1 1 320px', maxWidth: 640 }}>
            <QuickCreate resource={resource} name={quick} values={values} />
          </Box>
        )}
        {creatable && (isPending || total > 0) && (
          <Button variant="outlined" component={Link} to={create} startIcon={<AddIcon />} sx={{ ml: 'auto' }}>
            {t('create', { name: one })}
          </Button>
        )}
      </Box>
      {!isPending && total === 0 ? (
        <Notice
          icon={<DeclaredIcon name={resource.icon ?? ''} />}
          title={t('none', { name: resourceLabel(resource, locale) })}
          text={t('none_text')}
        >
          {creatable && (
            <Button variant="contained" component={Link} to={create} startIcon={<AddIcon />}>
              {t('create', { name: one })}
            </Button>
          )}
        </Notice>
      ) : (
        <Paper
          variant={phone ? 'elevation' : 'outlined'}
          sx={{ overflow: 'hidden', bgcolor: phone ? 'transparent' : undefined }}
        >
          <RelatedRows resource={resource} columns={columns} records={data} sort={sort} setSort={setSort} />
          {total > shownFirst && (
            <Button fullWidth component={Link} to={viewPath(resource.name, 'list', filter)}>
              {t('all', { count: total })}
            </Button>
          )}
        </Paper>
      )}
    </Box>
  );
}
