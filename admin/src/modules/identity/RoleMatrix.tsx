import { fold, type MatrixResource, matrixOperations, type PermissionLine, resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { RaRecord } from 'ra-core';
import { Fragment, useState } from 'react';
import { Link } from 'react-router-dom';
import { useSay } from '../../app/feedback/useSay.ts';
import { useNavigation } from '../../app/navigation.ts';
import { usePhone } from '../../app/preferences.ts';
import { useLocale } from '../../app/texts.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { MatrixMenu, type OpenCell } from './MatrixMenu.tsx';
import { MatrixRow } from './MatrixRow.tsx';
import { useMatrixWords } from './matrixWords.ts';
import { useRoleMatrix } from './useRoleMatrix.ts';

const everything: MatrixResource = { name: '*' };

/** What a role may do, for all areas at once; every cell can be changed. */
export function RoleMatrix({ role }: { readonly role: RaRecord }) {
  const t = useMatrixWords();
  const locale = useLocale();
  const say = useSay();
  const api = useKontor();
  const client = useQueryClient();
  const phone = usePhone();
  const modules = useNavigation();
  const [search, setSearch] = useState('');
  const [chosen, choose] = useState(phone ? (modules[0]?.name ?? '') : '');
  const [open, setOpen] = useState<OpenCell>();
  const [busy, setBusy] = useState(false);
  const all = modules.flatMap(({ resources }) => resources);
  const matrix = useRoleMatrix(role, [everything, ...all]);
  usePageTitle(t('title', { name: role.name }));
  const wanted = fold(search.trim());
  const shown = modules
    .filter(({ name }) => wanted || !chosen || name === chosen)
    .map((module) => ({
      ...module,
      resources: module.resources.filter((resource) => fold(resourceLabel(resource, locale)).includes(wanted)),
    }))
    .filter(({ resources }) => resources.length > 0);
  const known = new Set(['*', ...all.map(({ name }) => name)]);
  const unshown = (line: PermissionLine) => {
    const parts = line.pattern.split('.');
    return !known.has(parts[0]!) || parts.length > 2 || Boolean(line.guards);
  };
  const others = matrix.lines.filter(unshown);
  const save = async () => {
    setBusy(true);
    try {
      await api.update('roles', {
        id: role.id,
        data: { version: role.version, permissions: matrix.lines },
        previousData: role,
      });
      await client.invalidateQueries({ queryKey: ['roles'] });
      say({ text: t('saved', { name: role.name }) });
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const cells = {
    matrix,
    onOpen: (anchor: HTMLElement, resources: OpenCell['resources'], operation: OpenCell['operation']) =>
      setOpen({ anchor, resources, operation }),
  };
  return (
    <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2, pb: 3, display: 'grid', gap: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h1" sx={{ mr: 'auto', overflowWrap: 'anywhere' }}>
          {t('title', { name: role.name })}
        </Typography>
        <Button component={Link} to={`/roles/${role.id}/show`} variant="outlined">
          {t('back')}
        </Button>
      </Box>
      <Typography color="text.secondary">{t('text')}</Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <TextField
          size="small"
          type="search"
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': t('search') } }}
        />
        <TextField
          select
          size="small"
          value={chosen}
          onChange={(event) => choose(event.target.value)}
          sx={{ minWidth: 160 }}
          slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': t('module') } } }}
        >
          <MenuItem value="">{t('all_modules')}</MenuItem>
          {modules.map((module) => (
            <MenuItem key={module.name} value={module.name}>
              {module.label[locale]}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <TableContainer component={Paper} variant="outlined" sx={{ maxHeight: '64vh' }}>
        <Table stickyHeader size="small">
          <TableHead>
            <TableRow>
              <TableCell sx={{ position: 'sticky', left: 0, zIndex: 3 }}>{t('area')}</TableCell>
              {matrixOperations.map((operation) => (
                <TableCell key={operation} align="center">
                  {t(operation)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {!wanted && <MatrixRow {...cells} label={t('everything')} resources={[everything]} strong />}
            {shown.map((module) => (
              <Fragment key={module.name}>
                <MatrixRow {...cells} label={module.label[locale]} resources={module.resources} strong />
                {module.resources.map((resource) => (
                  <MatrixRow
                    key={resource.name}
                    {...cells}
                    label={resourceLabel(resource, locale)}
                    resources={[resource as MatrixResource]}
                  />
                ))}
              </Fragment>
            ))}
            {shown.length === 0 && (
              <TableRow>
                <TableCell colSpan={matrixOperations.length + 1}>{t('nothing_found')}</TableCell>
              </TableRow>
            )}
          </TableBody>
        </Table>
      </TableContainer>
      {others.length > 0 && (
        <Paper component="section" variant="outlined" aria-label={t('others')} sx={{ p: 2 }}>
          <Typography variant="h2">{t('others')}</Typography>
          <Typography color="text.secondary" sx={{ mb: 1 }}>
            {t('others_text')}
          </Typography>
          <Box sx={{ typography: 'body2', fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
            {others
              .map(({ pattern, effect, scope, guards }) =>
                [effect === 'deny' ? '−' : '+', pattern, scope && `(${scope})`, guards && `[${guards}]`]
                  .filter(Boolean)
                  .join(' '),
              )
              .join(' · ')}
          </Box>
        </Paper>
      )}
      {matrix.dirty && (
        <Paper
          elevation={4}
          sx={{ position: 'sticky', bottom: 16, p: 1.5, display: 'flex', gap: 1, alignItems: 'center', zIndex: 4 }}
        >
          <Typography sx={{ mr: 'auto' }}>{t('changed', { count: matrix.changed })}</Typography>
          <Button color="inherit" onClick={matrix.discard}>
            {t('discard')}
          </Button>
          <Button variant="contained" loading={busy} onClick={() => void save()}>
            {t('save')}
          </Button>
        </Paper>
      )}
      {open && <MatrixMenu open={open} matrix={matrix} onClose={() => setOpen(undefined)} />}
    </Box>
  );
}
