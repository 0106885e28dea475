import type { ScreenProps } from '../../app/registry.ts';
import Create from '../../screens/form/Create.tsx';
import { WithIssuedKeys } from './WithIssuedKeys.tsx';

/** Usually the key's page is next and shows the key; the form does so when it stays. In milliseconds. */
const unlessLeft = 800;

/** A new key: saved and issued in one go. */
export default function ApiKeyCreate(props: ScreenProps) {
  return (
    <WithIssuedKeys later={unlessLeft}>
      <Create {...props} />
    </WithIssuedKeys>
  );
}
