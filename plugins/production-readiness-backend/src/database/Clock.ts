import { Knex } from 'knex';

/** Where time comes from. Milliseconds since the epoch, whole. */
export interface Clock {
  now(connection: Knex): Promise<number>;
}

/**
 * The database's clock, so that replicas whose own clocks differ agree.
 * SQLite runs in this process, so its clock is the process's clock.
 */
export class DatabaseClock implements Clock {
  async now(connection: Knex): Promise<number> {
    if (isSqlite(connection)) return Date.now();
    const { rows } = await connection.raw(`select ${NOW_SQL} as now`);
    return Number(rows[0].now);
  }
}

/** A clock that stands where it is put, for seeds and tests. */
export class FixedClock implements Clock {
  constructor(private moment: number) {}

  async now(): Promise<number> {
    return this.moment;
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

/** Whether the connection is to SQLite; else it is to PostgreSQL. */
export function isSqlite(connection: Knex): boolean {
  return connection.client.config.client.includes('sqlite');
}
