import useMediaQuery from '@mui/material/useMediaQuery';
import { useStore } from 'ra-core';
import type { Mode } from './theme.ts';

export type ModeChoice = Mode | 'system';

/** Light or dark: chosen on this device, else as the device is set. */
export function useMode(): { mode: Mode; choice: ModeChoice; choose: (choice: ModeChoice) => void } {
  const [choice, choose] = useStore<ModeChoice>('look', 'system');
  const dark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  return { mode: choice === 'system' ? (dark ? 'dark' : 'light') : choice, choice, choose };
}

/** Rows of lists: 40 px, or 32 px for those who want to see more. */
export function useCompact(): [compact: boolean, choose: (compact: boolean) => void] {
  return useStore<boolean>('compact', false);
}

/** Is the screen a phone's? There lists are cards and the navigation is at the bottom. */
export const usePhone = (): boolean => useMediaQuery((theme: any) => theme.breakpoints.down('sm'), { noSsr: true });
