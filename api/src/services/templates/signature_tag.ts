import { type Context, type Emitter, type Liquid, Tag, type TagToken, type TopLevelToken, Value } from 'liquidjs';
import { escaped } from '../escaped.ts';

/** Divides values, but not within quotes. */
const parts = (text: string): string[] => (text.match(/(?:"[^"]*"|'[^']*'|[^,])+/g) ?? []).map((part) => part.trim());

/** Lines to be signed on, with what stands below them: `{% signature "Ort, Datum", user.name %}`. At most two. */
export class SignatureTag extends Tag {
  readonly #names: readonly Value[];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    this.#names = parts(token.args)
      .slice(0, 2)
      .map((part) => new Value(part, liquid));
  }

  /** What stands below the lines. */
  *names(context: Context): Generator<unknown, string[], unknown> {
    const names: string[] = [];
    for (const value of this.#names) names.push(String((yield value.value(context)) ?? '').replace(/["|]/g, ' '));
    return names.length ? names : [''];
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const names = (yield this.names(context)) as string[];
    emitter.write(`<signature data-names="${escaped(names.join('|'))}"></signature>`);
  }

  /** What it asks for. */
  *arguments(): Generator<Value> {
    yield* this.#names;
  }
}
