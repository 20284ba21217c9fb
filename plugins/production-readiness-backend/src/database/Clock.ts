import { Knex } from 'knex';

/** Where time comes from. Milliseconds since the epoch, whole. @alpha */
export interface Clock {
  /** Reads the time, within the connection's transaction where it has one. */
  now(connection: Knex): Promise<number>;
  /** The same as an expression that a statement can select, to spare one. */
  nowExpression(connection: Knex): Knex.Raw;
}

/**
 * The database's clock, so that replicas whose own clocks differ agree.
 * SQLite runs in this process, so its clock is the process's clock.
 *
 * @alpha
 */
export class DatabaseClock implements Clock {
  /** {@inheritDoc Clock.now} */
  async now(connection: Knex): Promise<number> {
    if (isSqlite(connection)) return Date.now();
    const { rows } = await connection.raw(`select ${NOW_SQL} as now`);
    return Number(rows[0].now);
  }

  /** {@inheritDoc Clock.nowExpression} */
  nowExpression(connection: Knex): Knex.Raw {
    return isSqlite(connection)
      ? literal(connection, Date.now())
      : connection.raw(NOW_SQL);
  }
}

/** A clock that stands where it is put, for seeds and tests. @alpha */
export class FixedClock implements Clock {
  /** @param moment - where it stands at first */
  constructor(private moment: number) {}

  /** {@inheritDoc Clock.now} */
  async now(): Promise<number> {
    return this.moment;
  }

  /** {@inheritDoc Clock.nowExpression} */
  nowExpression(connection: Knex): Knex.Raw {
    return literal(connection, this.moment);
  }

  /** Puts the clock to a moment. */
  set(moment: number): void {
    this.moment = moment;
  }

  /** Moves the clock by a number of milliseconds. */
  advance(milliseconds: number): void {
    this.moment += milliseconds;
  }
}

// clock_timestamp moves on inside a transaction, unlike now().
const NOW_SQL = '(extract(epoch from clock_timestamp()) * 1000)::bigint';

function literal(connection: Knex, moment: number): Knex.Raw {
  return connection.raw('cast(? as bigint)', [moment]);
}

/** Whether the connection is to SQLite; else it is to PostgreSQL. */
export function isSqlite(connection: Knex): boolean {
  return connection.client.config.client.includes('sqlite');
}
