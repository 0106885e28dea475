import { formatDecimal, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import { useListContext } from 'ra-core';
import { useEffect } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { usePhone } from '../../app/preferences.ts';
import { useLocale } from '../../app/texts.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { useCan } from '../../providers/access.ts';
import { BulkBar } from './bulk/BulkBar.tsx';
import { Cards } from './cards/Cards.tsx';
import type { Columns } from './columns/useColumns.ts';
import { EmptyList } from './EmptyList.tsx';
import { Footer } from './Footer.tsx';
import { isNarrowed } from './filters/entries.ts';
import { FilterBar } from './filters/FilterBar.tsx';
import { ListHead, useCreatable } from './ListHead.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { Table } from './table/Table.tsx';
import { useEnterRows } from './useEnterRows.ts';
import { useFillHeight } from './useFillHeight.ts';
import { useListKeys } from './useListKeys.ts';
import { useWords } from './useWords.ts';
import { savedViews } from './views/savedView.ts';
import { ViewSwitch } from './views/ViewSwitch.tsx';

const loadSavedViews = () => import('./views/SavedViews.tsx').then((module) => module.default);
const nothing = () => undefined;

/** The list inside its context: head, filters or what is selected, rows, pages. */
export function ListView({ resource, columns }: { resource: Resource; columns: Columns }) {
  const t = useWords();
  const locale = useLocale();
  const phone = usePhone();
  const can = useCan();
  const list = useListContext();
  const {
    filterValues,
    setFilters,
    total,
    error,
    isPending,
    isFetching,
    refetch,
    selectedIds,
    onSelect,
    sort,
    perPage,
  } = list;
  const element = useFillHeight(!phone);
  useListKeys(useCreatable(resource) ? `/${resource.name}/create` : undefined);
  const enterRows = useEnterRows();
  const SavedViews = useLoaded(loadSavedViews, can('read', savedViews), nothing);
  const changeable = !resource.internal && !resource.append_only;
  const selectable = changeable && (can('update', resource.name) || can('delete', resource.name));
  const question = JSON.stringify(filterValues);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question ends a selection
  useEffect(() => onSelect([]), [question]);
  const selecting = selectable && selectedIds.length > 0;
  const empty = !isPending && !error && total === 0;
  const Rows = phone ? Cards : Table;
  return (
    <Box
      ref={element}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0, px: { xs: 2, sm: 3 }, pt: 2 }}
    >
      <ListHead resource={resource} {...(total === undefined ? {} : { count: formatDecimal(String(total), locale) })}>
        <ViewSwitch resource={resource} current="list" filter={filterValues} />
        <MoreMenu resource={resource} columns={columns} />
      </ListHead>
      <Box sx={{ display: 'grid', '& > *': { gridArea: '1 / 1', minWidth: 0 } }}>
        <Box sx={{ visibility: selecting ? 'hidden' : 'visible' }}>
          <FilterBar
            resource={resource}
            values={filterValues}
            onChange={(values) => setFilters(values, undefined)}
            onEnter={enterRows}
            {...(total === undefined ? {} : { total })}
          >
            {SavedViews && (
              <SavedViews
                resource={resource}
                state={{ filter: filterValues, sort: [sort.field, sort.order], perPage, columns: columns.shown }}
                setColumns={columns.set}
              />
            )}
          </FilterBar>
        </Box>
        {selecting && <BulkBar resource={resource} />}
      </Box>
      {error ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : empty ? (
        <EmptyList resource={resource} narrowed={isNarrowed(filterValues)} onClear={() => setFilters({}, undefined)} />
      ) : (
        <Paper
          variant={phone ? 'elevation' : 'outlined'}
          sx={{
            display: 'flex',
            flexDirection: 'column',
            minHeight: 0,
            position: 'relative',
            overflow: 'hidden',
            ...(phone ? { bgcolor: 'transparent' } : {}),
          }}
        >
          {isFetching && !isPending && (
            <LinearProgress
              aria-label={t('loading')}
              sx={{ position: 'absolute', insetInline: 0, top: 0, height: 2, zIndex: 3 }}
            />
          )}
          <Rows resource={resource} columns={columns.shown} selectable={selectable} />
          <Footer />
        </Paper>
      )}
    </Box>
  );
}
