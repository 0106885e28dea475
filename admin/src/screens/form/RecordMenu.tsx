import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MoreVert from 'icon/MoreVert';
import { type ReactNode, useState } from 'react';
import { ReasonedMenuItem } from '../../app/feedback/ReasonedMenuItem.tsx';
import { useWords } from './words.ts';

export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Why it can not be done now; then it does nothing and says so. */
  readonly why?: string;
  readonly danger?: boolean;
  /** A line above. */
  readonly apart?: boolean;
  readonly onClick: () => void;
}

/** Everything that can be done with a record besides the next step. */
export function RecordMenu({ entries }: { entries: readonly MenuEntry[] }) {
  const t = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (entries.length === 0) return null;
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('actions')}
        title={t('actions')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVert />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {entries.flatMap((entry) => [
          entry.apart ? <Divider key={`${entry.key} line`} /> : null,
          <ReasonedMenuItem
            key={entry.key}
            dense
            label={entry.label}
            icon={entry.icon}
            reason={entry.why}
            onClick={() => {
              setAnchor(null);
              entry.onClick();
            }}
            sx={entry.danger ? { color: 'error.main' } : {}}
          />,
        ])}
      </Menu>
    </>
  );
}
