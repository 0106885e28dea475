import { type MatrixOperation, type MatrixResource, matrixOperations } from '@kontor/shared';
import type { ManifestResource } from '../../declarations.ts';

/** The columns of the matrix: everything at once, then each operation. */
export type MatrixColumn = MatrixOperation | 'whole';

/** The row that stands for all resources. */
export const everything: MatrixResource = { name: '*' };

/** The operations that there are on a resource; on everything, all of them. */
export function operationsOn(resource: MatrixResource): readonly MatrixOperation[] {
  const flags = (resource as Partial<ManifestResource>).flags;
  if (!flags) return matrixOperations;
  const writable = !flags.internal && !flags.append_only;
  return matrixOperations.filter((operation) => {
    if (operation === 'read' || operation === 'export') return true;
    if (operation === 'transition') return flags.steps;
    if (operation === 'action') return flags.actions;
    if (operation === 'delete' && flags.permanent) return false;
    return writable && (operation !== 'restore' || flags.trash);
  });
}
