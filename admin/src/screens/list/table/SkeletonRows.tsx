import Skeleton from '@mui/material/Skeleton';

const widths = ['70%', '45%', '60%', '35%', '55%'];

/** Rows in the shape of those that are on their way. */
export function SkeletonRows({ rows, columns, selectable }: { rows: number; columns: number; selectable: boolean }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have nothing else
    <tr key={row} aria-hidden>
      {selectable && <td className="select" />}
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <td key={column}>
          <Skeleton
            variant="text"
            animation="wave"
            width={widths[(row + column) % widths.length]}
            sx={{ minWidth: 40 }}
          />
        </td>
      ))}
    </tr>
  ));
}
