import { csvOf } from './csv';

describe('a table as CSV', () => {
  it('quotes what needs it and begins with the mark of UTF-8', () => {
    expect(csvOf([['週', 'a,b', 'say "x"', 'two\nlines']])).toBe(
      '\ufeff週,"a,b","say ""x""","two\nlines"\r\n',
    );
  });

  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1'])(
    'lets %j be no formula',
    text => {
      expect(csvOf([[text]])).toBe(`\ufeff"'${text}"\r\n`);
    },
  );

  it('leaves numbers as they are', () => {
    expect(csvOf([['-3.5', '12']])).toBe('\ufeff-3.5,12\r\n');
  });
});
