import { ChecklistDocumentError } from './ChecklistDocumentError';
import { MINIMAL_DOCUMENT } from '../../testing/minimalDocument';
import { readChecklist } from './readChecklist';

function issuesOf(text: string) {
  try {
    readChecklist('team.yaml', text);
  } catch (error) {
    if (error instanceof ChecklistDocumentError) return error.issues;
    throw error;
  }
  throw new Error('The document was taken');
}

describe('readChecklist', () => {
  it('keeps the digest when only spelling, order or comments change', () => {
    const { digest, document } = readChecklist('team.yaml', MINIMAL_DOCUMENT);
    const [first, second, ...rest] = MINIMAL_DOCUMENT.split('\n');
    const respelt = ['# a comment', second, first, ...rest]
      .join('\n')
      .replace('phase: design', 'phase: "design"');

    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(document.items[0].sources).toEqual([]);
    expect(readChecklist('team.yaml', respelt).digest).toBe(digest);
    expect(
      readChecklist(
        'team.yaml',
        MINIMAL_DOCUMENT.replace('weight: high', 'weight: normal'),
      ).digest,
    ).not.toBe(digest);
  });

  it.each([
    [
      'an unknown operator',
      MINIMAL_DOCUMENT.replace(
        'owner.kind: Group',
        'owner.kind: { $matches: Group }',
      ),
      {
        line: 27,
        column: 31,
        path: 'items[0].check["owner.kind"].$matches',
        message: expect.stringContaining('$matches is not an operator'),
      },
    ],
    [
      'a fact that does not exist',
      MINIMAL_DOCUMENT.replace('owner.kind: Group', 'onwer.kind: Group'),
      {
        line: 27,
        column: 19,
        path: 'items[0].check["onwer.kind"]',
        message: expect.stringContaining('names no fact'),
      },
    ],
    [
      'a misspelt field',
      MINIMAL_DOCUMENT.replace('weight: high', 'wieght: high'),
      {
        line: 23,
        column: 13,
        path: 'items[0].wieght',
        message: expect.stringContaining('"wieght" is not a field'),
      },
    ],
    [
      'a missing translation',
      MINIMAL_DOCUMENT.replace(
        '{ en: No owner, ja: 所有者が不在 }',
        '{ en: No owner }',
      ),
      {
        line: 18,
        column: 5,
        path: 'items[0].risk.ja',
        message: 'This is missing; write a text.',
      },
    ],
    [
      'a number where a text belongs',
      MINIMAL_DOCUMENT.replace('version: 1.0.0', 'version: 1.0'),
      {
        line: 4,
        column: 10,
        path: 'version',
        message: 'This has to be a text; put it in quotes.',
      },
    ],
    [
      'an unknown phase',
      MINIMAL_DOCUMENT.replace('phase: design', 'phase: desgin'),
      {
        line: 21,
        column: 12,
        path: 'items[0].phase',
        message: 'Write one of design, pre-production, general-availability.',
      },
    ],
    [
      'an automatic item without a check',
      MINIMAL_DOCUMENT.replace(/ {4}check:\n.*\n/, ''),
      {
        line: 14,
        column: 5,
        path: 'items[0].check',
        message: expect.stringContaining('needs a check'),
      },
    ],
    [
      'a start-here item that does not exist',
      `${MINIMAL_DOCUMENT}startHere: [OWN-9]\n`,
      {
        line: 28,
        column: 13,
        path: 'startHere[0]',
        message: expect.stringContaining('no item "OWN-9"'),
      },
    ],
  ])('names line, column and path of %s', (_, text, issue) => {
    expect(issuesOf(text)).toContainEqual(expect.objectContaining(issue));
  });

  it('writes messages that start with the place', () => {
    const text = MINIMAL_DOCUMENT.replace('weight: high', 'weight: heavy');
    expect(() => readChecklist('team.yaml', text)).toThrow(
      'team.yaml:23:13: items[0].weight: Write one of high, normal.',
    );
  });

  it.each([
    ['broken YAML', 'title: { en: "a }\n', /team\.yaml:\d+:\d+/],
    ['an empty file', '', /is empty/],
    [
      'a field written twice',
      `${MINIMAL_DOCUMENT}id: again\n`,
      /written twice/,
    ],
    [
      'two documents',
      `${MINIMAL_DOCUMENT}---\n${MINIMAL_DOCUMENT}`,
      /several documents/,
    ],
    ['a tag of its own', 'id: !!js/function "x"\n', /tag/i],
    ['a file that is too large', `# ${'x'.repeat(1024 * 1024)}`, /larger than/],
    ['brackets without end', '['.repeat(20_000), /levels deep/],
    ['lists without end', '- '.repeat(20_000), /levels deep/],
  ])('refuses %s', (_, text, message) => {
    expect(() => readChecklist('team.yaml', text)).toThrow(message);
  });

  it('refuses aliases that multiply each other, at once', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `l${level + 1}: &l${level + 1} [${Array(9)
          .fill(`*l${level}`)
          .join(', ')}]`,
    );
    const bomb = ['l0: &l0 lol', ...levels].join('\n');
    expect(() => readChecklist('team.yaml', bomb)).toThrow(
      /aliases of this file multiply|more than 100 aliases/,
    );
  });
});
