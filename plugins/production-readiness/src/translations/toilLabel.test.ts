import { withToilLabel } from './toilLabel';

describe('the label of toil', () => {
  it.each([
    ['Toil, last 13 weeks', 'Operational load, last 13 weeks'],
    ['of toil and engineering', 'of operational load and engineering'],
    ['turmoil', 'turmoil'],
  ])('stands in English in "%s"', (message, shown) => {
    expect(withToilLabel(message, 'operational load', 'en')).toBe(shown);
  });

  it('stands in Japanese, without the explanation of the first use', () => {
    expect(
      withToilLabel('運用負荷（トイル） 直近13週間', '運用負荷', 'ja'),
    ).toBe('運用負荷 直近13週間');
    expect(withToilLabel('トイル率 $&', '$& 負荷', 'ja')).toBe('$& 負荷率 $&');
  });
});
