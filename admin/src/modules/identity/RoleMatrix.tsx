import { fold, type MatrixResource, type PermissionLine, resourceLabel } from '@kontor/shared';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Switch from '@mui/material/Switch';
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
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useSay } from '../../app/feedback/useSay.ts';
import { useAreas } from '../../app/navigation.ts';
import { usePhone } from '../../app/preferences.ts';
import { useLocale } from '../../app/texts.ts';
import { sizes } from '../../app/theme.ts';
import { usePageTitle } from '../../app/usePageTitle.ts';
import { useDeclaration } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { UnsavedDialog } from '../../screens/form/UnsavedDialog.tsx';
import { useUnsaved } from '../../screens/form/useUnsaved.ts';
import { MatrixMenu, type OpenCell } from './MatrixMenu.tsx';
import { columns, MatrixRow } from './MatrixRow.tsx';
import { everything } from './matrixColumns.ts';
import { useMatrixWords } from './matrixWords.ts';
import { moveInMatrix } from './moveInMatrix.ts';
import { OtherLines } from './OtherLines.tsx';
import { useRoleMatrix } from './useRoleMatrix.ts';

interface RoleMatrixProps {
  readonly role: RaRecord;
  readonly onSaved: (role: RaRecord) => void;
}

/** What a role may do, for all areas at once; every cell can be changed. */
export function RoleMatrix({ role: read, onSaved }: RoleMatrixProps) {
  // what was read anew meanwhile does not take the place of what is being changed
  const [role] = useState(read);
  const t = useMatrixWords();
  const locale = useLocale();
  const say = useSay();
  const api = useKontor();
  const client = useQueryClient();
  const phone = usePhone();
  const modules = useAreas();
  const [search, setSearch] = useState('');
  const [chosen, choose] = useState(phone ? (modules[0]?.name ?? '') : '');
  const [open, setOpen] = useState<OpenCell>();
  const [busy, setBusy] = useState(false);
  const [deviating, setDeviating] = useState(false);
  const fixed = useOffer(useDeclaration('roles'))('update', role).why;
  const all = modules.flatMap(({ resources }) => resources);
  const matrix = useRoleMatrix(role, [everything, ...all]);
  const { blocker } = useUnsaved(matrix.dirty);
  usePageTitle(t('title', { name: role.name }));
  const wanted = fold(search.trim());
  const shown = modules
    .filter(({ name }) => wanted || !chosen || name === chosen)
    .map((module) => ({
      ...module,
      resources: module.resources.filter(
        (resource) =>
          fold(resourceLabel(resource, locale)).includes(wanted) && (!deviating || matrix.deviates(resource)),
      ),
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
      const { data } = await api.update('roles', {
        id: role.id,
        data: { version: role.version, permissions: matrix.lines },
        previousData: role,
      });
      await client.invalidateQueries({ queryKey: ['roles'] });
      say({ text: t('saved', { name: role.name }) });
      onSaved(data);
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const cells = {
    matrix,
    fixed,
    onOpen: (anchor: HTMLElement, resources: OpenCell['resources'], column: OpenCell['column']) =>
      setOpen({ anchor, resources, column }),
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
      {fixed && <Alert severity="info">{fixed}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <TextField
          size="small"
          type="search"
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          sx={{ flex: { xs: '1 1 100%', sm: '0 1 240px' } }}
          slotProps={{ htmlInput: { 'aria-label': t('search') } }}
        />
        <TextField
          select
          size="small"
          value={chosen}
          onChange={(event) => choose(event.target.value)}
          sx={{ minWidth: 160, flex: { xs: 1, sm: 'none' } }}
          slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': t('module') } } }}
        >
          <MenuItem value="">{t('all_modules')}</MenuItem>
          {modules.map((module) => (
            <MenuItem key={module.name} value={module.name}>
              {module.label[locale]}
            </MenuItem>
          ))}
        </TextField>
        {role.shipped && (
          <FormControlLabel
            control={<Switch size="small" checked={deviating} onChange={(_, checked) => setDeviating(checked)} />}
            label={t('only_differences')}
            sx={{ ml: 0.5, gap: 1 }}
          />
        )}
      </Box>
      <TableContainer component={Paper} variant="outlined" sx={{ maxHeight: '64vh' }}>
        <Table stickyHeader size="small" onKeyDown={moveInMatrix}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ position: 'sticky', left: 0, zIndex: 3 }}>{t('area')}</TableCell>
              {columns.map((column) => (
                <TableCell key={column} align="center">
                  {t(column)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {!wanted && !deviating && <MatrixRow {...cells} label={t('everything')} resources={[everything]} strong />}
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
                <TableCell colSpan={columns.length + 1}>{t(deviating ? 'no_difference' : 'nothing_found')}</TableCell>
              </TableRow>
            )}
          </TableBody>
        </Table>
      </TableContainer>
      {others.length > 0 && <OtherLines role={role} lines={others} />}
      {matrix.dirty && (
        <Paper
          elevation={4}
          sx={{
            position: 'sticky',
            bottom: { xs: sizes.bottomBar + 8, sm: 16 },
            p: 1.5,
            display: 'flex',
            gap: 1,
            alignItems: 'center',
            zIndex: 4,
          }}
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
      <UnsavedDialog blocker={blocker} onDiscard={matrix.discard} />
    </Box>
  );
}
