import { DEFAULT_TOIL_CATEGORIES, toilCategoryListSchema } from './categories';
import { toilEntrySchema } from './entry';
import vectors from './toil.vectors.json';

const schema = toilEntrySchema();
const entry = {
  week: '2026-W47',
  minutes: 60,
  trigger: 'reactive',
  nature: 'toil',
};

function problems(input: unknown) {
  const result = schema.safeParse(input);
  return result.success
    ? []
    : result.error.issues.map(issue => ({
        field: issue.path.join('.'),
        message: issue.message,
      }));
}

describe('toil entry', () => {
  it('takes the least that is needed', () => {
    expect(schema.parse(entry)).toEqual(entry);
    const { week, ...rest } = entry;
    expect(problems({ ...rest, date: '2026-11-22' })).toEqual([]);
  });

  it.each([...vectors.minutesRejected, 10_081, null, Infinity])(
    'refuses %p minutes',
    minutes => {
      expect(problems({ ...entry, minutes })).toEqual([
        {
          field: 'minutes',
          message: 'must be a whole number of minutes from 1 to 10080',
        },
      ]);
    },
  );

  it('asks for exactly one of week and date', () => {
    const { week, ...rest } = entry;
    expect(problems(rest)).toEqual([
      {
        field: 'week',
        message:
          'say in which week it was, for example 2026-W47, or on which date',
      },
    ]);
    expect(problems({ ...entry, date: '2026-11-22' })[0].message).toContain(
      'not both',
    );
  });

  it('says why week 53 is refused', () => {
    expect(problems({ ...entry, week: '2025-W53' })[0]).toEqual({
      field: 'week',
      message:
        '2025-W53 does not exist: 2025 has 52 ISO weeks, 2025-W01 to 2025-W52.',
    });
  });

  it.each(['author', 'user', 'createdBy', 'source'])(
    'has no field %s',
    field => {
      expect(problems({ ...entry, [field]: 'x' })).not.toEqual([]);
    },
  );

  it('refuses script links and notes that are too long', () => {
    expect(problems({ ...entry, ticketUrl: 'data:text/html,x' })[0].field).toBe(
      'ticketUrl',
    );
    expect(problems({ ...entry, note: 'あ'.repeat(201) })[0].field).toBe(
      'note',
    );
    expect(problems({ ...entry, note: 'あ'.repeat(200) })).toEqual([]);
  });

  it('refuses an unknown axis', () => {
    expect(problems({ ...entry, trigger: 'urgent' })[0].message).toBe(
      'must be reactive or proactive',
    );
    expect(problems({ ...entry, nature: 'work' })[0].field).toBe('nature');
  });
});

describe('categories', () => {
  it('are sixteen by default, and only "other" asks for both axes', () => {
    const list = toilCategoryListSchema.parse([...DEFAULT_TOIL_CATEGORIES]);
    expect(list).toHaveLength(16);
    expect(list.filter(({ trigger, nature }) => !trigger || !nature)).toEqual([
      expect.objectContaining({ id: 'other' }),
    ]);
  });

  it('refuse an id that is there twice', () => {
    const [first] = DEFAULT_TOIL_CATEGORIES;
    expect(toilCategoryListSchema.safeParse([first, first]).success).toBe(
      false,
    );
  });
});
