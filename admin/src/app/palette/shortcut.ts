type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'defaultPrevented'
>;

/** Is the user typing? Then `/` is a letter. */
const isTyping = (target: unknown): boolean => {
  const element = target as { tagName?: string; isContentEditable?: boolean } | null;
  return !!element && (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName ?? '') || element.isContentEditable === true);
};

/** What a key press asks for: Ctrl-K (or Command-K) the palette, `/` a search. */
export function shortcutOf(event: KeyPress): 'palette' | 'search' | undefined {
  if (event.defaultPrevented || event.altKey) return undefined;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey)
    return event.key.toLowerCase() === 'k' ? 'palette' : undefined;
  return event.key === '/' && !isTyping(event.target) ? 'search' : undefined;
}
