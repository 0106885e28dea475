import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import ClearIcon from 'icon/Clear';
import SearchIcon from 'icon/Search';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../useWords.ts';

export interface SearchBoxProps {
  /** What is searched, in words. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Goes on to what was found for the text, with the keyboard. */
  readonly onEnter?: ((text: string) => void) | undefined;
}

const pause = 250;

/**
 * The search field of a list. It waits for a short pause in typing. `/` brings the cursor here; Enter and the down arrow
 * lead to what was found; Esc empties the field, and leaves it when it is empty.
 */
export function SearchBox({ label, value, onChange, onEnter }: SearchBoxProps) {
  const t = useWords();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const change = useRef(onChange);
  change.current = onChange;

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      change.current(text);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const leaving = event.key === 'Enter' || event.key === 'ArrowDown' || (event.key === 'Escape' && !text);
    if (event.nativeEvent.isComposing || (!leaving && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (!leaving) return setText('');
    if (text !== sent.current) {
      sent.current = text;
      change.current(text);
    }
    if (onEnter) onEnter(text);
    else if (event.key === 'Escape') (event.target as HTMLElement).blur();
  };
  return (
    <TextField
      type="search"
      placeholder={t('search_short')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      sx={{
        flex: { xs: '1 1 160px', sm: 'none' },
        width: { sm: 240 },
        '& input::-webkit-search-cancel-button': { display: 'none' },
      }}
      slotProps={{
        htmlInput: { 'aria-label': label, 'data-list-search': true },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: text ? (
            <InputAdornment position="end">
              <IconButton size="small" edge="end" aria-label={t('clear_search')} onClick={() => setText('')}>
                <ClearIcon fontSize="small" />
              </IconButton>
            </InputAdornment>
          ) : undefined,
        },
      }}
    />
  );
}
