import type { ScreenProps } from '../../app/registry.ts';
import Edit from '../../screens/form/Edit.tsx';
import { WithIssuedKeys } from './WithIssuedKeys.tsx';

/** The form of a key, whose menu can issue a new one. */
export default function ApiKeyEdit(props: ScreenProps) {
  return (
    <WithIssuedKeys>
      <Edit {...props} />
    </WithIssuedKeys>
  );
}
