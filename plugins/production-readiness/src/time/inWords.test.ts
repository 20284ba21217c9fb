import { relativeTime } from './inWords';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;

describe('relativeTime', () => {
  it.each([
    [12 * DAY, 'in 12 days', '12日後'],
    [-3 * DAY, '3 days ago', '3日前'],
    [45 * DAY, 'in 45 days', '45日後'],
    [70 * DAY, 'in 2 months', '2か月後'],
    [400 * DAY, 'next year', '来年'],
    [-90 * 60_000, '1 hour ago', '1時間前'],
    [20_000, 'this minute', '1分以内'],
  ])('%d ms away', (distance, english, japanese) => {
    expect(relativeTime(NOW + distance, NOW, 'en')).toBe(english);
    expect(relativeTime(NOW + distance, NOW, 'ja')).toBe(japanese);
  });
});
