import { type AnyField, labelText } from '@kontor/shared';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Tooltip from '@mui/material/Tooltip';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../../app/texts.ts';
import type { KindInputProps } from '../view.ts';

export interface FieldFrameProps extends Pick<KindInputProps, 'label' | 'required' | 'disabled' | 'dense'> {
  readonly id: string;
  readonly field?: AnyField;
  readonly error?: string | undefined;
  readonly children: ReactElement;
  /** The control is a group (radio buttons, several inputs): the label names it instead of pointing to one input. */
  readonly group?: boolean;
}

/** The id under which the message of an input can be found by assistive technology. */
export const messageId = (id: string) => `${id}-message`;

/** Label above, control, and below it one line: the message, else the hint. A grid cell shows the message on hover and focus. */
export function FieldFrame({ id, field, label, required, disabled, dense, error, group, children }: FieldFrameProps) {
  const locale = useLocale();
  const state = { error: Boolean(error), disabled: disabled ?? false, required: required ?? false };
  const Frame = group ? Group : FormControl;
  if (dense)
    return (
      <Frame fullWidth {...state} required={false}>
        <Tooltip title={error ?? ''} describeChild>
          <div>{children}</div>
        </Tooltip>
        {error && (
          <FormHelperText id={messageId(id)} sx={unseen}>
            {error}
          </FormHelperText>
        )}
      </Frame>
    );
  const help = field?.help && labelText(field.help, '', locale);
  return (
    <Frame fullWidth {...state} {...(group ? { labelledBy: `${id}-label` } : {})}>
      <FormLabel
        id={`${id}-label`}
        {...(group ? { component: 'span', ...state } : { htmlFor: id })}
        sx={{ display: 'block', typography: 'body2', fontWeight: 500, color: 'text.primary', mb: 0.5 }}
      >
        {label}
      </FormLabel>
      {children}
      {(error || help) && (
        <FormHelperText id={messageId(id)} error={state.error} sx={{ mx: 0 }}>
          {error ?? help}
        </FormHelperText>
      )}
    </Frame>
  );
}

/** For assistive technology only. */
const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  m: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

/** Several inputs under one label; each of them keeps its own state. */
function Group({ children, labelledBy }: { children: ReactNode; labelledBy?: string; fullWidth?: boolean }) {
  return (
    <Box
      sx={{ position: 'relative', minWidth: 0 }}
      {...(labelledBy ? { role: 'group', 'aria-labelledby': labelledBy } : {})}
    >
      {children}
    </Box>
  );
}
