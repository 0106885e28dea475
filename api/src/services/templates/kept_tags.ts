import type { Context, Emitter } from 'liquidjs';
import { escapedTags } from '../escaped.ts';
import { PageBreakTag } from './page_break_tag.ts';
import { SignatureTag } from './signature_tag.ts';
import { TableTag } from './table_tag.ts';

/** Of a text that is filled to be written on: what an editor can not hold stays a tag until the document is made. */
export const keptTags = {
  table: class extends TableTag {
    override render(_context: Context, emitter: Emitter): void {
      emitter.write(escapedTags(this.token.getText()));
    }
  },
  signature: class extends SignatureTag {
    override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const names = (yield this.names(context)) as string[];
      emitter.write(escapedTags(`{% signature ${names.map((name) => `"${name}"`).join(', ')} %}`));
    }
  },
  page_break: class extends PageBreakTag {
    override render(_context: Context, emitter: Emitter): void {
      emitter.write('{% page_break %}');
    }
  },
};
