import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DeclaredIcon } from '../icons.tsx';
import { CommandIcon, isCommandIcon } from './CommandIcon.tsx';
import type { Command } from './commands.ts';
import { Highlight } from './Highlight.tsx';

interface PaletteOptionProps {
  readonly id: string;
  readonly command: Command;
  /** The group's name, above its first member. */
  readonly heading: string | undefined;
  readonly selected: boolean;
  readonly query: string;
  readonly onHover: () => void;
  readonly onChoose: (newTab: boolean) => void;
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** One line of the palette. */
export function PaletteOption({ id, command, heading, selected, query, onHover, onChoose }: PaletteOptionProps) {
  return (
    <>
      {heading && (
        <Typography
          role="presentation"
          variant="overline"
          color="text.secondary"
          sx={{ display: 'block', px: 1, pt: 0.5 }}
        >
          {heading}
        </Typography>
      )}
      <Box
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={selected}
        onMouseMove={onHover}
        onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.25,
          minHeight: 38,
          px: 1,
          borderRadius: 1,
          cursor: 'pointer',
          bgcolor: selected ? 'action.selected' : undefined,
        }}
      >
        {isCommandIcon(command.icon) ? (
          <CommandIcon name={command.icon} />
        ) : (
          <DeclaredIcon name={command.icon} sx={{ color: 'text.secondary' }} />
        )}
        <Box
          sx={{
            flex: 1,
            minWidth: 0,
            display: 'flex',
            flexDirection: { xs: 'column', sm: 'row' },
            justifyContent: 'space-between',
            columnGap: 2,
            py: 0.5,
          }}
        >
          <Box sx={{ flex: 'none', maxWidth: { xs: '100%', sm: command.detail ? '65%' : '100%' }, ...cut }}>
            <Highlight text={command.label} query={query} />
          </Box>
          {command.detail && (
            <Typography component="span" variant="body2" color="text.secondary" sx={{ minWidth: 0, ...cut }}>
              {command.detail}
            </Typography>
          )}
        </Box>
      </Box>
    </>
  );
}
