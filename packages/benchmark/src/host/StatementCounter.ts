import { Client } from 'pg';

const CONTROL = /^\s*(begin|commit|rollback|savepoint|release|set )/i;

/** Counts what this process sends to one database. */
export class StatementCounter {
  private statements = 0;

  constructor(database: string) {
    const count = (client: { database?: string }, sql: unknown) => {
      const text =
        typeof sql === 'string' ? sql : (sql as { text?: string })?.text;
      if (client.database === database && text && !CONTROL.test(text)) {
        this.statements += 1;
      }
    };
    const { query } = Client.prototype;
    Client.prototype.query = function counted(
      this: Client,
      ...args: unknown[]
    ) {
      count(this as { database?: string }, args[0]);
      return Reflect.apply(query, this, args);
    } as typeof query;
  }

  /** The statements since the last call, without those of transactions. */
  take(): number {
    const taken = this.statements;
    this.statements = 0;
    return taken;
  }
}
