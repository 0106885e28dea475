import { useLocale } from '../../app/texts.ts';
import { labelOf, manifestResources, useRelations } from '../../declarations.ts';
import { SelectInput } from '../common/SelectInput.tsx';
import type { KindInputProps } from '../view.ts';

/** A resource by its label; only those with the ability, or the view, that the field names. */
export function ResourceInput(props: KindInputProps) {
  const locale = useLocale();
  const { subjects } = useRelations();
  const able = props.field.able as string | undefined;
  const viewed = props.field.viewed as 'board' | 'calendar' | undefined;
  const options = able
    ? subjects(able)
    : [...manifestResources.values()]
        .filter(({ flags }) => !flags.owned && (!viewed || flags[viewed]))
        .map(({ name }) => name);
  return <SelectInput {...props} options={options} labelOf={(name) => labelOf(name, locale)} />;
}
