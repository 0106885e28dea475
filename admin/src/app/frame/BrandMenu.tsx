import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Check from 'icon/Check';
import ExpandMore from 'icon/ExpandMore';
import { useState } from 'react';
import { useBrandInWork, type WorkingBrand, workIn } from '../../providers/brand.ts';
import { useTexts } from '../texts.ts';
import { pick, useBrands } from './useBrands.ts';

const texts = {
  all: { de: 'Alle Marken', en: 'All brands' },
  label: { de: 'Marke, in der Sie arbeiten: {name}', en: 'Brand that you work in: {name}' },
};

/** The colour of a brand, or of all of them. */
function Dot({ brand }: { readonly brand: WorkingBrand | undefined }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        width: 12,
        height: 12,
        flex: 'none',
        borderRadius: '50%',
        border: 1,
        borderColor: brand ? 'transparent' : 'text.secondary',
        bgcolor: brand?.colour ?? 'transparent',
      }}
    />
  );
}

/** Which brand one works in: lists, search and figures show what belongs to it. Not there where there is only one. */
export function BrandMenu() {
  const t = useTexts(texts);
  const brands = useBrands();
  const working = useBrandInWork();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (brands.length < 2) return null;
  const choose = (brand: WorkingBrand | undefined) => {
    setAnchor(null);
    workIn(brand && pick(brand));
  };
  const name = working?.name ?? t('all');
  return (
    <>
      <Button
        color="inherit"
        aria-label={t('label', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandMore fontSize="small" />}
        sx={{
          minWidth: 0,
          maxWidth: { xs: 120, sm: 220 },
          px: { xs: 1, sm: 1.5 },
          flex: 'none',
          gap: 1,
          '& .MuiButton-endIcon': { ml: { xs: 0, sm: 0.5 }, color: 'text.secondary' },
        }}
      >
        <Dot brand={working} />
        <Box
          component="span"
          sx={{ overflow: 'hidden', textOverflow: 'ellipsis', display: { xs: 'none', sm: 'block' } }}
        >
          {name}
        </Box>
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { maxHeight: 480, minWidth: 220 } } }}
      >
        <Choice label={t('all')} brand={undefined} chosen={!working} onClick={() => choose(undefined)} />
        <Divider />
        {brands.map((brand) => (
          <Choice
            key={brand.id}
            label={brand.name}
            brand={brand}
            chosen={working?.id === brand.id}
            onClick={() => choose(brand)}
          />
        ))}
      </Menu>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly brand: WorkingBrand | undefined;
  readonly chosen: boolean;
  readonly onClick: () => void;
}

function Choice({ label, brand, chosen, onClick }: ChoiceProps) {
  return (
    <MenuItem role="menuitemradio" aria-checked={chosen} selected={chosen} onClick={onClick}>
      <Dot brand={brand} />
      <Box component="span" sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {label}
      </Box>
      {chosen && <Check fontSize="small" />}
    </MenuItem>
  );
}
