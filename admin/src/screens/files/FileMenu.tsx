import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import MoreIcon from 'icon/MoreVertOutlined';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from './words.ts';

export interface FileMenuProps {
  readonly name: string;
  readonly onDownload?: () => void;
  /** Absent where there are no versions. */
  readonly onVersions?: (() => void) | undefined;
  /** The page on which the details are changed; absent for who may not. */
  readonly editPath?: string | undefined;
  readonly onTrash?: (() => void) | undefined;
}

/** What can be done with a file. */
export function FileMenu({ name, onDownload, onVersions, editPath, onTrash }: FileMenuProps) {
  const t = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const after = (what?: () => void) => () => {
    setAnchor(null);
    what?.();
  };
  return (
    <>
      <IconButton
        aria-label={t('more', { name })}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={after()}>
        {onDownload && <MenuItem onClick={after(onDownload)}>{t('download')}</MenuItem>}
        {onVersions && <MenuItem onClick={after(onVersions)}>{t('versions')}</MenuItem>}
        {editPath && (
          <MenuItem component={Link} to={editPath} onClick={after()}>
            {t('edit')}
          </MenuItem>
        )}
        {onTrash && <MenuItem onClick={after(onTrash)}>{t('trash')}</MenuItem>}
      </Menu>
    </>
  );
}
