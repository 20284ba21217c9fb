import fc from 'fast-check';
import { toCell } from './exportRows';

describe('a cell of an export', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1'])(
    'is no formula: %j',
    text => {
      expect(toCell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const cell = toCell(text);
        const read = cell.startsWith('"')
          ? cell.slice(1, -1).replace(/""/g, '"')
          : cell;
        expect(read.replace(/^'(?=\s*[=+\-@\t\r])/, '')).toBe(
          text.replace(/^'(?=\s*[=+\-@\t\r])/, ''),
        );
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[,\r\n]/);
      }),
    );
  });
});
