// The driver brings no types; this is what is used of it.
declare module 'pg' {
  export class Client {
    readonly database?: string;
    query(...args: unknown[]): unknown;
  }
}
