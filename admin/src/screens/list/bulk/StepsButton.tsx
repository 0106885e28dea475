import type { Resource } from '@kontor/shared';
import { labelText } from '@kontor/shared';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import StepIcon from 'icon/PlayArrowOutlined';
import { useState } from 'react';
import { ReasonedButton } from '../../../app/feedback/ReasonedButton.tsx';
import { useOffer } from '../../../app/feedback/useOffer.ts';
import { useLocale } from '../../../app/texts.ts';
import { useWords } from '../useWords.ts';

export interface StepsButtonProps {
  readonly resource: Resource;
  /** Why none of them can be taken; empty when they can. */
  readonly why: string;
  readonly onStep: (name: string) => void;
}

/** The steps of the workflow for all selected records. Steps that ask for input are left to the record itself. */
export function StepsButton({ resource, why, onStep }: StepsButtonProps) {
  const t = useWords();
  const locale = useLocale();
  const offer = useOffer(resource);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const all = Object.entries(resource.workflow?.transitions ?? {}).filter(([, { input }]) => !input?.length);
  const whyNot = (name: string) => offer(`transition.${name}`).why;
  const steps = all.filter(([name]) => !whyNot(name));
  if (all.length === 0) return null;
  return (
    <>
      <ReasonedButton
        size="small"
        startIcon={<StepIcon fontSize="small" />}
        aria-haspopup="menu"
        reason={why || (steps.length === 0 ? whyNot(all[0]![0]) : '')}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('steps')}
      </ReasonedButton>
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
