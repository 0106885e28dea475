import { fieldLabel, type Resource } from '@kontor/shared';
import { useLocale } from '../../app/texts.ts';
import { SelectInput } from '../../kinds/common/SelectInput.tsx';

interface OneOfProps {
  /** The declaration of the rule, or of an action. */
  readonly of: Resource;
  readonly name: string;
  readonly source?: string;
  readonly label?: string;
  readonly required?: boolean;
  readonly options: readonly string[];
  readonly labelOf: (option: string) => string;
}

/** A text of the rule that names something of the watched records: chosen from what they have. */
export function OneOf({ of, name, source = name, label, required = false, options, labelOf }: OneOfProps) {
  const locale = useLocale();
  const field = of.fields[name]!;
  return (
    <SelectInput
      source={source}
      name={name}
      field={field}
      resource={of.name}
      label={label ?? fieldLabel(field, name, locale)}
      required={required}
      options={options}
      labelOf={labelOf}
    />
  );
}
