import { type Context, type Emitter, Tag } from 'liquidjs';

/** What follows begins on a new page: `{% page_break %}`. */
export class PageBreakTag extends Tag {
  render(_context: Context, emitter: Emitter): void {
    emitter.write('<hr data-page="break">');
  }
}
