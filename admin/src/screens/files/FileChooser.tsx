import Button, { type ButtonProps } from '@mui/material/Button';
import { type ReactNode, useRef } from 'react';

export interface FileChooserProps extends Pick<ButtonProps, 'variant' | 'startIcon' | 'autoFocus' | 'size' | 'color'> {
  readonly label: string;
  readonly onFiles: (files: File[]) => void;
  readonly multiple?: boolean;
  /** The camera of a phone, at once. */
  readonly camera?: boolean;
  readonly children?: ReactNode;
}

/** A button that opens the system's dialog for files, or the camera. */
export function FileChooser({ label, onFiles, multiple = false, camera = false, ...button }: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        aria-label={label}
        {...(camera ? { accept: 'image/*', capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
