// In this browser alone, as what was logged last: the server is not to know
// who looked at which entries.
const PREFIX = 'production-readiness.toil.sorting';

/** Whether sorting out was put off in this week. @internal */
export function isPutOff(team: string, week: string): boolean {
  try {
    return window.localStorage.getItem(`${PREFIX}.${team}`) === week;
  } catch {
    return false;
  }
}

/** Puts sorting out off until the next week. @internal */
export function putOff(team: string, week: string): void {
  try {
    window.localStorage.setItem(`${PREFIX}.${team}`, week);
  } catch {
    // Without storage it is asked for again, which costs nothing.
  }
}
