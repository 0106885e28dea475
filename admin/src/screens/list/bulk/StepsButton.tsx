import type { Resource } from '@kontor/shared';
import { labelText } from '@kontor/shared';
import StepIcon from '@mui/icons-material/PlayArrowOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useLocale } from '../../../app/texts.ts';
import { useCan } from '../../../providers/access.ts';
import { useWords } from '../useWords.ts';

export interface StepsButtonProps {
  readonly resource: Resource;
  readonly disabled: boolean;
  readonly onStep: (name: string) => void;
}

/** The steps of the workflow for all selected records. Steps that ask for input are left to the record itself. */
export function StepsButton({ resource, disabled, onStep }: StepsButtonProps) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const steps = Object.entries(resource.workflow?.transitions ?? {}).filter(
    ([name, { input }]) => !input?.length && can(`transition.${name}`, resource.name),
  );
  if (steps.length === 0) return null;
  return (
    <>
      <Button
        size="small"
        startIcon={<StepIcon fontSize="small" />}
        aria-haspopup="menu"
        disabled={disabled}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('steps')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {steps.map(([name, { label }]) => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(null);
              onStep(name);
            }}
          >
            {labelText(label, name, locale)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
