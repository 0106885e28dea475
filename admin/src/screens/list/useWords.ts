import { useTexts } from '../../app/texts.ts';
import { words } from './words.ts';

/** The words of lists, in the user's language. */
export const useWords = () => useTexts(words);
