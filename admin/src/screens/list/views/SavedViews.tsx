import type { Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import BookmarkIcon from 'icon/BookmarkBorder';
import { useGetList, useRefresh, useStore } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSay } from '../../../app/feedback/useSay.ts';
import { useCan } from '../../../providers/access.ts';
import { useKontor } from '../../../providers/dataProvider.ts';
import { useSession } from '../../../providers/session.ts';
import { useUndoable } from '../useUndoable.ts';
import { useWords } from '../useWords.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { isCurrent, type SavedView, savedViews, type ViewState, viewSearch } from './savedView.ts';

export interface SavedViewsProps {
  readonly resource: Resource;
  readonly state: ViewState;
  readonly setColumns: (names: readonly string[] | null) => void;
}

/** Searches, filters, order and columns that were worth keeping: one's own and those that others share. */
export default function SavedViews({ resource, state, setColumns }: SavedViewsProps) {
  const t = useWords();
  const can = useCan();
  const api = useKontor();
  const say = useSay();
  const undoable = useUndoable();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const { user } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [openedId, setOpenedId] = useStore<string | null>(`${resource.name}.view`, null);
  const [dialog, setDialog] = useState<'new' | SavedView>();
  const { data } = useGetList<SavedView>(savedViews, {
    filter: { resource: resource.name },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 100 },
  });
  const active = data?.find((view) => isCurrent(view, state));
  const own = data?.filter((view) => view.created_by === user.id) ?? [];
  const opened = own.find((view) => view === active) ?? own.find((view) => view.id === openedId);
  const others = data?.filter((view) => view.created_by !== user.id) ?? [];

  const open = ({ id, view }: SavedView) => {
    setAnchor(null);
    setOpenedId(String(id));
    if (view?.columns) setColumns(view.columns);
    navigate({ search: `?${viewSearch(view ?? {}, state)}` });
  };
  const overwrite = async (view: SavedView) => {
    setAnchor(null);
    try {
      await api.update(savedViews, { id: view.id, data: { view: state, version: view.version }, previousData: view });
      say({ text: t('view_saved', { name: view.name }) });
    } catch (error) {
      say({ text: (error as Error).message, tone: 'error' });
    }
    refresh();
  };
  const remove = async (view: SavedView) => {
    setAnchor(null);
    try {
      await api.delete(savedViews, { id: view.id, previousData: view });
      undoable(t('view_deleted', { name: view.name }), () =>
        api.create(savedViews, {
          data: { name: view.name, resource: view.resource, view: view.view, shared: view.shared },
        }),
      );
    } catch (error) {
      say({ text: (error as Error).message, tone: 'error' });
    }
    refresh();
  };

  const item = (view: SavedView) => (
    <MenuItem key={view.id} selected={view === active} onClick={() => open(view)}>
      {view.name}
    </MenuItem>
  );
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<BookmarkIcon fontSize="small" />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        title={active?.name}
        sx={{ maxWidth: 220 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {active?.name ?? t('views')}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {data?.length === 0 && <MenuItem disabled>{t('views_none')}</MenuItem>}
        {own.length > 0 && <ListSubheader>{t('views_own')}</ListSubheader>}
        {own.map(item)}
        {others.length > 0 && <ListSubheader>{t('views_of_others')}</ListSubheader>}
        {others.map(item)}
        {can('create', savedViews) && <Divider />}
        {can('create', savedViews) && (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              setDialog('new');
            }}
          >
            {t('view_save')}
          </MenuItem>
        )}
        {opened && opened !== active && can('update', savedViews) && (
          <MenuItem onClick={() => overwrite(opened)}>{t('view_update', { name: opened.name })}</MenuItem>
        )}
        {opened && can('update', savedViews) && (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              setDialog(opened);
            }}
          >
            {t('view_rename', { name: opened.name })}
          </MenuItem>
        )}
        {opened && can('delete', savedViews) && (
          <MenuItem onClick={() => remove(opened)}>{t('view_delete', { name: opened.name })}</MenuItem>
        )}
      </Menu>
      {dialog && (
        <SaveViewDialog
          resource={resource}
          state={state}
          view={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
