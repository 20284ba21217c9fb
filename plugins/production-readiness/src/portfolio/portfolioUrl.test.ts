import {
  activeFilterCount,
  sortedBy,
  viewFromUrl,
  viewToUrl,
} from './portfolioUrl';

const view = (search: string) => viewFromUrl(new URLSearchParams(search));

describe('the URL of the portfolio', () => {
  it('opens on my teams, blocked first', () => {
    expect(view('')).toMatchObject({
      mine: true,
      sort: 'blockers',
      direction: 'desc',
      cursor: undefined,
    });
    expect(viewToUrl(view('')).toString()).toBe('');
  });

  it('keeps filters, order and page', () => {
    const search =
      'mine=false&q=pay&tier=1&tier=2&owner=group%3Adefault%2Fpayments&dueWithin=30&sort=entity&direction=desc&cursor=abc';
    const read = view(search);
    expect(read.lists.tier).toEqual(['1', '2']);
    expect(read.dueWithin).toBe(30);
    expect(activeFilterCount(read)).toBe(5);
    expect(viewToUrl(read).toString()).toBe(search);
  });

  it.each([
    'tier=9',
    'sloState=fine',
    'sort=colour',
    'dueWithin=soon',
    'dueWithin=401',
    'owner=payments',
    `tag=${'x'.repeat(64)}`,
    'q=%00',
  ])('opens although the link says %s', search => {
    expect(viewToUrl(view(search)).toString()).toBe('');
  });

  it('asks for no more values than the server takes', () => {
    const search = Array.from({ length: 30 }, (_, at) => `tag=t${at}`);
    expect(view(search.join('&')).lists.tag).toHaveLength(20);
  });

  it('turns the order round at the second click and goes to the first page', () => {
    const first = sortedBy(view('cursor=abc'), 'entity');
    expect(first).toMatchObject({ direction: 'asc', cursor: undefined });
    expect(sortedBy(first, 'entity').direction).toBe('desc');
  });

  it.each([
    'mine=true&tier=1&tier=1&tier=',
    'owner=%20&kind=component&q=%E6%B1%BA%E6%B8%88',
    'sort=nextDue&direction=asc&dueWithin=0',
    'level=none&blocker=OPS-2&dueWithin=9999',
  ])('reads back what it wrote after %s', search => {
    const read = view(search);
    expect(viewFromUrl(viewToUrl(read))).toEqual(read);
  });
});
