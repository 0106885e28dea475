import { FileInput } from '../common/FileInput.tsx';
import { Thumbnail } from '../common/Thumbnail.tsx';
import type { KindInputProps } from '../view.ts';

const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** A picture, with a preview. */
export const Input = (props: KindInputProps) => (
  <FileInput
    {...props}
    accept={(props.field.accept as readonly string[] | undefined) ?? pictures}
    preview={(id, name) => <Thumbnail id={id} name={name} size={72} />}
  />
);
