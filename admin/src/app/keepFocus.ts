/** What lies over the page and holds the focus: dialogs, menus, popovers, drawers. */
const cover = '.MuiModal-root';

/** Whether the focus is nowhere: its element has gone, or can not be used any more. */
const lost = (active: Element | null) => !active || active === document.body || active.matches(':disabled');

/**
 * Gives the focus to the dialog as soon as the element that had it goes or is disabled, as a button does that there is
 * nothing left to do for. Browsers let it fall to the page, which knows nothing of the dialog: Escape would not close it,
 * and a screen reader would be told to be nowhere. MUI looks for that 20 times a second, which is too late for a key
 * that is pressed at once. Returns what ends it.
 */
export function keepFocus(): () => void {
  let inside: Element | null = null;
  const observer = new MutationObserver(() => {
    if (!inside?.isConnected || !lost(document.activeElement)) return;
    // what MUI gives the focus to itself when the dialog opens
    inside.querySelector<HTMLElement>(':scope > [tabindex="-1"]')?.focus();
  });
  const follow = ({ target }: FocusEvent) => {
    const now = target instanceof Element ? target.closest(cover) : null;
    if (now === inside) return;
    inside = now;
    observer.disconnect();
    if (now) observer.observe(now, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  };
  document.addEventListener('focusin', follow);
  return () => {
    document.removeEventListener('focusin', follow);
    observer.disconnect();
  };
}
