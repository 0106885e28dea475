const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!;

/** Writes into a text area as if it were typed, so that whoever holds its value hears of it; the cursor stands where told. */
export function writeInto(area: HTMLTextAreaElement, text: string, cursor: number): void {
  set!.call(area, text);
  area.setSelectionRange(cursor, cursor);
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.setSelectionRange(cursor, cursor);
}
