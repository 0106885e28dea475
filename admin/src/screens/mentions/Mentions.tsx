import { mentionAt } from '@kontor/shared';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { type Texts, useTexts } from '../../app/texts.ts';
import { type About, useReaders } from './useReaders.ts';
import { writeInto } from './writeInto.ts';

const texts = { people: { de: 'Wer erwähnt werden kann', en: 'Who can be mentioned' } } satisfies Texts;

interface MentionsProps {
  readonly about: About;
  /** The resource that is written. */
  readonly of: string;
  /** The text area in which people can be named. */
  readonly children: ReactNode;
}

const isArea = (target: EventTarget): target is HTMLTextAreaElement => target instanceof HTMLTextAreaElement;

/** Offers people while an `@` is typed in the text area within: arrows choose, Enter takes, Escape leaves it as it is. */
export default function Mentions({ about, of, children }: MentionsProps) {
  const t = useTexts(texts);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typing, setTyping] = useState<ReturnType<typeof mentionAt>>();
  const [active, setActive] = useState(0);
  const people = useReaders(about, of, typing?.typed);
  const open = people.length > 0;
  const chosen = Math.min(active, people.length - 1);

  // the text area is not ours: what assistive technology has to know is said of it while there is something to choose
  useEffect(() => {
    const element = area.current;
    if (!element || !open) return;
    const said = { 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-activedescendant': `${id}-${chosen}` };
    for (const [name, value] of Object.entries(said)) element.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(said)) element.removeAttribute(name);
    };
  }, [open, chosen, id]);

  const look = ({ target }: SyntheticEvent) => {
    if (!isArea(target)) return;
    area.current = target;
    const found = mentionAt(target.value, target.selectionStart);
    if (found?.typed !== typing?.typed) setActive(0);
    setTyping(found);
  };
  const take = (mention: string) => {
    const element = area.current;
    if (!element || !typing) return;
    const after = element.value.slice(element.selectionStart);
    const before = `${element.value.slice(0, typing.start)}@${mention}${/^\s/.test(after) ? '' : ' '}`;
    setTyping(undefined);
    writeInto(element, before + after, before.length);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!open || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => setActive((chosen + 1) % people.length),
      ArrowUp: () => setActive((chosen + people.length - 1) % people.length),
      Enter: () => take(people[chosen]!.mention),
      Tab: () => take(people[chosen]!.mention),
      Escape: () => setTyping(undefined),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  return (
    <Box onInput={look} onClick={look} onKeyDownCapture={onKey} onBlur={() => setTyping(undefined)}>
      {children}
      <Popper open={open} anchorEl={area.current} placement="bottom-start" sx={{ zIndex: 'modal' }}>
        <Paper elevation={8} sx={{ mt: 0.5, minWidth: 220, maxWidth: 'calc(100vw - 32px)' }}>
          <MenuList id={id} role="listbox" aria-label={t('people')} dense>
            {people.map((person, index) => (
              <MenuItem
                key={person.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                selected={index === chosen}
                onMouseDown={(event) => event.preventDefault()} // the text area keeps the focus
                onClick={(event) => {
                  event.stopPropagation();
                  take(person.mention);
                }}
              >
                {person.mention}
              </MenuItem>
            ))}
          </MenuList>
        </Paper>
      </Popper>
    </Box>
  );
}
