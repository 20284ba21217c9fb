import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, PortfolioPosition } from './cursor';
import { PORTFOLIO_SORTS, SORT_DIRECTIONS } from './query';

const positions: fc.Arbitrary<PortfolioPosition> = fc
  .record({
    sort: fc.constantFrom(...PORTFOLIO_SORTS),
    direction: fc.constantFrom(...SORT_DIRECTIONS),
    text: fc.string({ unit: 'grapheme', maxLength: 60 }),
    number: fc.maxSafeInteger(),
    id: fc.integer({ min: 1 }).map(String),
    side: fc.constantFrom('after' as const, 'before' as const),
  })
  .map(({ text, number, ...rest }) => ({
    ...rest,
    value: ['entity', 'owner'].includes(rest.sort) ? text : number,
  }));

describe('a cursor of the portfolio', () => {
  it('gives its position back', () => {
    fc.assert(
      fc.property(positions, position => {
        expect(decodeCursor(encodeCursor(position), position)).toEqual(
          position,
        );
      }),
    );
  });

  it('is refused with any character changed, added or cut', () => {
    fc.assert(
      fc.property(
        positions,
        fc.nat(),
        fc.constantFrom(...'AZaz09-_+/= é'),
        (position, at, letter) => {
          const cursor = encodeCursor(position);
          const index = at % cursor.length;
          const changed = [
            cursor.slice(0, index) + letter + cursor.slice(index + 1),
            cursor.slice(0, index),
            cursor + letter,
          ];
          for (const other of changed.filter(text => text !== cursor)) {
            expect(() => decodeCursor(other, position)).toThrow(
              expect.objectContaining({ code: 'CURSOR_INVALID', status: 400 }),
            );
          }
        },
      ),
    );
  });

  it('is refused when somebody made it up', () => {
    const sort = { sort: 'entity', direction: 'asc' } as const;
    for (const text of [
      'not json',
      '[1,"entity","asc","\\u0000","7","after"]',
      '[1,"entity","asc",7,"7","after"]',
      '[2,"entity","asc","a","7","after"]',
      '[1,"entity","asc","a","0","after"]',
    ]) {
      const check = createHash('sha256').update(text).digest('hex');
      const cursor = Buffer.from(check.slice(0, 16) + text).toString(
        'base64url',
      );
      expect(() => decodeCursor(cursor, sort)).toThrow('not one that');
    }
  });

  it('is refused in a list that is sorted in another way', () => {
    const cursor = encodeCursor({
      sort: 'score',
      direction: 'asc',
      value: 700,
      id: '7',
      side: 'after',
    });
    for (const other of [
      { sort: 'tier', direction: 'asc' } as const,
      { sort: 'score', direction: 'desc' } as const,
    ]) {
      expect(() => decodeCursor(cursor, other)).toThrow('in another way');
    }
  });
});
