/** The part of html-to-text that is used here; the package brings no types. */
declare module 'html-to-text' {
  export interface Selector {
    readonly selector: string;
    readonly format?: string;
    readonly options?: Record<string, unknown>;
  }
  export function convert(
    html: string,
    options: { readonly wordwrap: number | false; readonly selectors: readonly Selector[] },
  ): string;
}
