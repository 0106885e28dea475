import Box from '@mui/material/Box';
import { type ComponentType, type LazyExoticComponent, lazy, Suspense, use } from 'react';
import { useCan } from '../../providers/access.ts';
import { ErrorBoundary } from '../feedback/ErrorBoundary.tsx';
import { homeTiles, type Tile } from '../registry.ts';
import { TileSkeleton } from './TileSkeleton.tsx';

let tiles: Promise<readonly Tile[]> | undefined;
const allTiles = () => {
  tiles ??= homeTiles();
  return tiles;
};
const components = new Map<string, LazyExoticComponent<ComponentType>>();
const componentOf = ({ name, load }: Tile) => {
  const component = components.get(name) ?? lazy(load);
  components.set(name, component);
  return component;
};

function Loaded({ wide }: { readonly wide: boolean }) {
  const can = useCan();
  return use(allTiles())
    .filter((tile) => (tile.wide ?? false) === wide && can('read', tile.resource))
    .map((tile) => {
      const Content = componentOf(tile);
      return (
        <ErrorBoundary key={tile.name}>
          <Suspense fallback={<TileSkeleton />}>
            <Content />
          </Suspense>
        </ErrorBoundary>
      );
    });
}

/** The tiles of the modules that this user may see: the wide ones, or those beside them. */
export function Tiles({ wide }: { readonly wide: boolean }) {
  return (
    <Box sx={{ display: 'grid', gap: 2, '&:empty': { display: 'none' } }}>
      <Suspense fallback={<TileSkeleton />}>
        <Loaded wide={wide} />
      </Suspense>
    </Box>
  );
}
