import { inLanguage, matches, Person } from './people';
import { groupByPersona } from './personas';

const person = (parts: Partial<Person>): Person => ({
  ref: 'user:default/haruto-sato',
  displayName: 'Haruto Sato（佐藤 陽翔）',
  role: { en: 'Senior engineer', ja: 'シニアエンジニア' },
  story: {},
  groups: ['Checkout'],
  ...parts,
});

describe('Searching people', () => {
  it.each([
    'haruto',
    'SATO checkout',
    '佐藤',
    'シニア',
    'ｓａｔｏ',
    'senior  engineer',
  ])('finds %j', search => {
    expect(matches(person({}), search)).toBe(true);
  });

  it.each(['payments', 'haruto payments', '鈴木'])('misses %j', search => {
    expect(matches(person({}), search)).toBe(false);
  });
});

describe('Texts of people', () => {
  it('fall back to English', () => {
    expect(inLanguage({ en: 'a', ja: 'b' }, 'ja')).toBe('b');
    expect(inLanguage({ en: 'a' }, 'ja')).toBe('a');
    expect(inLanguage({ en: 'a', ja: 'b' }, 'en')).toBe('a');
    expect(inLanguage({}, 'en')).toBeUndefined();
  });
});

describe('Grouping people', () => {
  it('puts those with a story first and hides empty headings', () => {
    const lead = person({ ref: 'user:default/a', persona: 'team-lead' });
    const known = person({
      ref: 'user:default/b',
      persona: 'team-lead',
      story: { en: 'Leads.' },
    });
    expect(groupByPersona([lead, known])).toEqual([
      {
        persona: expect.objectContaining({ id: 'team-lead' }),
        featured: [known],
        others: [lead],
      },
    ]);
  });

  it('shows everyone of a catalog that knows no personas', () => {
    const people = [
      person({ ref: 'user:default/a' }),
      person({ ref: 'user:default/b', persona: 'juggler' }),
    ];
    expect(groupByPersona(people)).toEqual([
      {
        persona: expect.objectContaining({ id: 'other' }),
        featured: people,
        others: [],
      },
    ]);
  });
});
