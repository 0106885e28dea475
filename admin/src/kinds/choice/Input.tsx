import { optionLabel } from '@kontor/shared';
import { useLocale } from '../../app/texts.ts';
import { SelectInput } from '../common/SelectInput.tsx';
import type { KindInputProps } from '../view.ts';

/** One of the declared values. */
export function Input(props: KindInputProps) {
  const { field } = props;
  const locale = useLocale();
  return (
    <SelectInput
      {...props}
      options={Object.keys(field.options as object)}
      labelOf={(option) => optionLabel(field, option, locale)}
    />
  );
}
