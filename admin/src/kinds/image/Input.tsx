import { useLocale } from '../../app/texts.ts';
import { FileInput } from '../common/FileInput.tsx';
import { Thumbnail } from '../common/Thumbnail.tsx';
import { useWords } from '../common/words.ts';
import type { KindInputProps } from '../view.ts';
import { formatNames } from './formats.ts';

const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
/** Pictures are shown at many places: what is larger than this was meant for print. */
const maxMegabytes = 10;

/** A picture, with a preview. */
export function Input(props: KindInputProps) {
  const t = useWords();
  const locale = useLocale();
  const accept = (props.field.accept as readonly string[] | undefined) ?? pictures;
  return (
    <FileInput
      {...props}
      accept={accept}
      wrongType={t('no_picture', { formats: formatNames(accept, locale) })}
      maxMegabytes={maxMegabytes}
      preview={(id, name) => <Thumbnail key={id} id={id} name={name} size={72} />}
    />
  );
}
