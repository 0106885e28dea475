import type { ScreenProps } from '../../app/registry.ts';
import Create from '../../screens/form/Create.tsx';
import { WithIssuedKeys } from './WithIssuedKeys.tsx';

/** A new key: saved and issued in one go. */
export default function ApiKeyCreate(props: ScreenProps) {
  return (
    <WithIssuedKeys>
      <Create {...props} />
    </WithIssuedKeys>
  );
}
