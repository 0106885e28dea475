import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import { type ReactNode, useId } from 'react';
import { Trouble } from '../../app/feedback/Trouble.tsx';
import { usePhone } from '../../app/preferences.ts';

interface WritingDialogProps<Options> {
  readonly title: string;
  /** What there is to choose from. */
  readonly asked: {
    readonly data: Options | undefined;
    readonly error: unknown;
    readonly refetch: () => Promise<unknown>;
  };
  readonly onClose: () => void;
  readonly children: (options: Options) => ReactNode;
}

/** A dialog in which people write a mail or a letter, as soon as it is known what there is to choose from. */
export function WritingDialog<Options>({ title, asked, onClose, children }: WritingDialogProps<Options>) {
  const id = useId();
  const phone = usePhone();
  const { data, error, refetch } = asked;
  return (
    <Dialog open fullWidth maxWidth="md" fullScreen={phone} onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      {data !== undefined ? (
        children(data)
      ) : (
        <DialogContent>
          {error ? <Trouble error={error} retry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />}
        </DialogContent>
      )}
    </Dialog>
  );
}
