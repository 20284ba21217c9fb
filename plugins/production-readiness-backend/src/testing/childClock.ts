// The first that a test backend in a process of its own loads, so that nothing
// keeps the machine's clock: from here on the process believes in another time.

const ahead = Number(process.env.TEST_BACKEND_CLOCK_AHEAD ?? 0);
const MachineDate = Date;

class AheadDate extends MachineDate {
  constructor(...args: [] | [number]) {
    super(...((args.length > 0 ? args : [AheadDate.now()]) as [number]));
  }

  static now(): number {
    return MachineDate.now() + ahead;
  }
}

if (ahead !== 0) globalThis.Date = AheadDate as DateConstructor;

export {};
