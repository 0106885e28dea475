import pg from 'pg';

/** What pg keeps of an answer's columns in order to read its rows; its types leave it out. */
interface Shape {
  fields: unknown;
  _parsers: unknown;
  _prebuiltEmptyResultObject: unknown;
}

interface Internals {
  readonly name: string;
  readonly _result: Shape;
  _accumulateRows: boolean;
  prepare(connection: object): void;
  handleRowDescription(message: unknown): void;
}

/** The statements of a connection whose columns are known, and the connection as it is without asking for them. */
interface Known {
  readonly shapes: Map<string, Shape>;
  readonly silent: object;
}

const known = new WeakMap<object, Known>();
const { prepare, handleRowDescription } = pg.Query.prototype as unknown as Internals;

/**
 * A named statement that asks for the description of its columns only the first time on a connection. pg asks each time,
 * and to describe 26 columns, to send that and to read it costs more than to find the row. A description can not go stale:
 * PostgreSQL refuses to run a prepared statement whose columns have changed.
 */
class Prepared extends pg.Query {
  private shapes: Map<string, Shape> | undefined;

  prepare(this: Prepared & Internals, connection: object): void {
    let found = known.get(connection);
    if (!found) {
      found = { shapes: new Map(), silent: Object.create(connection, { describe: { value: () => {} } }) };
      known.set(connection, found);
    }
    const shape = found.shapes.get(this.name);
    if (!shape) {
      this.shapes = found.shapes;
      prepare.call(this, connection);
      return;
    }
    Object.assign(this._result, shape);
    this._accumulateRows = true;
    prepare.call(this, found.silent);
  }

  handleRowDescription(this: Prepared & Internals, message: unknown): void {
    handleRowDescription.call(this, message);
    const { fields, _parsers, _prebuiltEmptyResultObject } = this._result;
    this.shapes?.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject });
  }
}

/** Runs a statement under a name, prepared once per connection. (Not over a pool: it would never get its client back.) */
export const runPrepared = <T>(
  client: pg.ClientBase,
  statement: { readonly name: string; readonly text: string; readonly values: unknown[] },
): Promise<T[]> =>
  new Promise((done, fail) => {
    const query = new Prepared(statement, (error: Error | undefined, result: { rows: T[] }) => {
      if (error) fail(error);
      else done(result.rows);
    });
    client.query(query);
  });
