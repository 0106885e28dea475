import { StateDisplay } from '../common/StateDisplay.tsx';
import { TextDisplay } from '../common/TextDisplay.tsx';
import type { KindDisplayProps } from '../view.ts';

/** The chosen value; one that is a state, with its tone. */
export function Display(props: KindDisplayProps) {
  return props.field.tones ? <StateDisplay {...props} /> : <TextDisplay {...props} />;
}
