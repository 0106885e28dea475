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
import type { Selection } from './selection.ts';
import { useBulkStep } from './useBulkStep.ts';

export interface StepsButtonProps {
  readonly resource: Resource;
  readonly selection: Selection;
  readonly onDone: () => void;
}

/** Runs a step of the workflow for all selected records. Steps that ask for input are left to the record itself. */
export function StepsButton({ resource, selection, onDone }: StepsButtonProps) {
  const t = useWords();
  const locale = useLocale();
  const can = useCan();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { run, progress } = useBulkStep(resource);
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
        disabled={progress !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {progress ?? t('steps')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {steps.map(([name, { label }]) => (
          <MenuItem
            key={name}
            onClick={async () => {
              setAnchor(null);
              await run(selection, name);
              onDone();
            }}
          >
            {labelText(label, name, locale)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
