import type { ScreenProps } from '../../app/registry.ts';
import Show from '../../screens/show/Show.tsx';
import { WithIssuedKeys } from './WithIssuedKeys.tsx';

/** The page of a key; one that was issued on the way here is shown on top of it. */
export default function ApiKeyShow(props: ScreenProps) {
  return (
    <WithIssuedKeys>
      <Show {...props} />
    </WithIssuedKeys>
  );
}
