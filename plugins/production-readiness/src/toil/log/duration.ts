/**
 * Reads a time span as people type it: `30` (minutes), `1h30`, `1h`, `1.5h`,
 * `1:30`, `90 min`, `1時間30分`, also with full-width digits.
 *
 * @returns whole minutes, or undefined when it is none
 * @internal
 */
export function parseDuration(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .toLocaleLowerCase('en-US')
    .replace(/\s+/g, '')
    .replace(/時間?/, 'h')
    .replace(/(min(ute)?s?|m|分)$/, '')
    .replace(/(hours?|hrs?)/, 'h');
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(plain);
  if (clock) return minutes(Number(clock[1]) * 60 + Number(clock[2]));
  const hours = /^(\d{1,4}(?:[.,]\d{1,2})?)h(\d{1,2})?$/.exec(plain);
  if (hours) {
    const whole = Number(hours[1].replace(',', '.')) * 60;
    return minutes(Math.round(whole) + Number(hours[2] ?? 0));
  }
  return /^\d{1,7}$/.test(plain) ? minutes(Number(plain)) : undefined;
}

function minutes(value: number): number | undefined {
  return value > 0 ? value : undefined;
}
