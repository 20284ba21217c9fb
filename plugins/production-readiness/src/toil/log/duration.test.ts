import { parseDuration } from './duration';

describe('parseDuration', () => {
  it.each([
    ['30', 30],
    [' 90 min ', 90],
    ['45m', 45],
    ['1h', 60],
    ['1h30', 90],
    ['1h 30min', 90],
    ['1.5h', 90],
    ['1,5 h', 90],
    ['2 hours', 120],
    ['1:30', 90],
    ['３０', 30],
    ['30分', 30],
    ['1時間', 60],
    ['１時間30分', 90],
  ])('reads %p as %p minutes', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  it.each(['', '0', '-5', '12.5', 'a while', '1:75', '1h30h', '0h', '1e3'])(
    'does not take %p',
    text => expect(parseDuration(text)).toBeUndefined(),
  );
});
