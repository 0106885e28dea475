import { resourceLabel } from '@kontor/shared';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import Add from 'icon/Add';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { DeclaredIcon } from '../icons.tsx';
import { useCreatable } from '../navigation.ts';
import { useLocale, useTexts } from '../texts.ts';

const texts = { create: { de: 'Neu anlegen', en: 'Create' } };

/** Creates anything from anywhere. */
export function CreateMenu() {
  const t = useTexts(texts);
  const locale = useLocale();
  const creatable = useCreatable();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  if (creatable.length === 0) return null;
  return (
    <>
      <Tooltip title={t('create')}>
        <IconButton
          aria-label={t('create')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Add />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        container={() => document.querySelector('header')}
        slotProps={{ paper: { sx: { maxHeight: 480, minWidth: 220 } } }}
      >
        {creatable.map((resource) => (
          <MenuItem key={resource.name} component={Link} to={`/${resource.name}/create`} onClick={close}>
            <DeclaredIcon name={resource.icon} sx={{ color: 'text.secondary' }} />
            {resourceLabel(resource, locale, 'one')}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
