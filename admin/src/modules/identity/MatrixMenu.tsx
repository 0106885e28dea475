import type { MatrixResource } from '@kontor/shared';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import Check from 'icon/Check';
import { ReasonedMenuItem } from '../../app/feedback/ReasonedMenuItem.tsx';
import { everything, type MatrixColumn } from './matrixColumns.ts';
import { isKnownValue, useMatrixWords } from './matrixWords.ts';
import type { RoleMatrixState } from './useRoleMatrix.ts';

export interface OpenCell {
  readonly anchor: HTMLElement;
  readonly resources: readonly MatrixResource[];
  readonly column: MatrixColumn;
}

interface MatrixMenuProps {
  readonly open: OpenCell;
  readonly matrix: RoleMatrixState;
  readonly onClose: () => void;
}

/** What a cell can be set to; what a wider line forbids is there with its reason. */
export function MatrixMenu({ open: { anchor, resources, column }, matrix, onClose }: MatrixMenuProps) {
  const t = useMatrixWords();
  const all = resources.includes(everything);
  const scopes = all
    ? ['brand', 'own', 'assigned']
    : [...new Set(resources.flatMap((resource) => Object.keys(resource.scopes ?? {})))];
  const said = resources.map((resource) => matrix.said(resource, column));
  const current = new Set(said.map(({ value }) => value));
  const read = column === 'read' && !all && said.some(({ value }) => value !== 'none');
  const aside = said.every((one) => one.aside);
  const fits = (value: string) => (resource: MatrixResource) =>
    all ||
    value === 'none' ||
    (value === 'all' ? resource.private_to === undefined : resource.scopes?.[value] !== undefined);
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {['none', ...scopes, 'all'].map((value) => {
        const able = resources.filter(fits(value));
        if (able.length === 0) return null;
        const possible = able.some((resource) => matrix.isPossible(resource, column, value));
        return (
          <ReasonedMenuItem
            key={value}
            label={isKnownValue(value) ? t(value) : value}
            selected={current.size === 1 && current.has(value)}
            reason={possible ? '' : t(all ? 'from_lines' : 'from_everything')}
            onClick={() => {
              matrix.set(able, column, value);
              onClose();
            }}
          />
        );
      })}
      {read && <Divider component="li" />}
      {read && (
        <ReasonedMenuItem
          role="menuitemcheckbox"
          aria-checked={aside}
          label={t('no_list')}
          icon={<Check fontSize="small" sx={{ visibility: aside ? 'visible' : 'hidden' }} />}
          reason={matrix.mayBeAside(resources, !aside) ? '' : t('from_everything')}
          onClick={() => {
            matrix.setAside(resources, !aside);
            onClose();
          }}
        />
      )}
    </Menu>
  );
}
