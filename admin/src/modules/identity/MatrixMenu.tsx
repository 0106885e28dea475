import type { MatrixOperation, MatrixResource } from '@kontor/shared';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { isKnownValue, useMatrixWords } from './matrixWords.ts';
import type { RoleMatrixState } from './useRoleMatrix.ts';

export interface OpenCell {
  readonly anchor: HTMLElement;
  readonly resources: readonly MatrixResource[];
  readonly operation: MatrixOperation;
}

interface MatrixMenuProps {
  readonly open: OpenCell;
  readonly matrix: RoleMatrixState;
  readonly onClose: () => void;
}

/** What a cell can be set to; what a wider line forbids is there with its reason. */
export function MatrixMenu({ open: { anchor, resources, operation }, matrix, onClose }: MatrixMenuProps) {
  const t = useMatrixWords();
  const everything = resources.some(({ name }) => name === '*');
  const scopes = everything
    ? ['brand', 'own', 'assigned']
    : [...new Set(resources.flatMap((resource) => Object.keys(resource.scopes ?? {})))];
  const current = new Set(resources.map((resource) => matrix.cell(resource, operation).value));
  const fits = (value: string) => (resource: MatrixResource) =>
    everything || ['none', 'all'].includes(value) || resource.scopes?.[value] !== undefined;
  const patterns = [
    ...new Set(
      resources.flatMap((resource) =>
        matrix
          .cell(resource, operation)
          .lines.map(({ pattern }) => pattern)
          .filter((pattern) => pattern.startsWith('*')),
      ),
    ),
  ].join(', ');
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {['none', ...scopes, 'all'].map((value) => {
        const able = resources.filter(fits(value));
        const possible = able.some((resource) => matrix.isPossible(resource, operation, value));
        return (
          <MenuItem
            key={value}
            selected={current.size === 1 && current.has(value)}
            disabled={!possible}
            onClick={() => {
              matrix.set(able, operation, value);
              onClose();
            }}
          >
            <ListItemText
              primary={isKnownValue(value) ? t(value) : value}
              secondary={!possible && patterns ? t('from', { patterns }) : undefined}
            />
          </MenuItem>
        );
      })}
    </Menu>
  );
}
