import { renderHook } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { useAsOf } from './useAsOf';

describe('the day in the past that a URL names', () => {
  const read = (search: string) =>
    renderHook(useAsOf, {
      wrapper: ({ children }) => (
        <MemoryRouter initialEntries={[`/readiness${search}`]}>
          {children}
        </MemoryRouter>
      ),
    }).result.current;

  it.each(['2024-02-29', '2025-12-31', '1999-01-01'])('is %s', day => {
    const { at, day: named } = read(`?asOf=${day}`);
    expect(named).toBe(day);
    expect(new Date(at!).getTime()).toBe(Date.parse(`${day}T23:59:59.999`));
  });

  it.each([
    '',
    '?asOf=',
    '?asOf=2026-02-30',
    '?asOf=2025-02-29',
    '?asOf=0001-01-01',
    '?asOf=9999-12-31',
    '?asOf=constructor',
  ])('is the present with "%s"', search => {
    expect(read(search)).toMatchObject({ day: undefined, at: undefined });
  });
});
