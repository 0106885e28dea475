import { DownloadLink } from '../common/DownloadLink.tsx';
import { FileInput } from '../common/FileInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A file of the declared media types. */
export const Input = (props: KindInputProps) => (
  <FileInput
    {...props}
    accept={(props.field.accept as readonly string[] | undefined) ?? []}
    preview={(id, name) => <DownloadLink id={id} name={name} />}
  />
);
