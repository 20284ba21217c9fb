import {
  findEvidenceProblem,
  isHttpUrl,
  journeyInput,
  sloContentInput,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EVIDENCE, RETURN_COMMENTS } from './evidence';
import { SLO_STORIES } from './slos';

const journeyId = '7d1c9f5e-9d3a-4d57-8a44-1b9b5c0c2f10';

describe('What the seed writes', () => {
  it.each(Object.entries(EVIDENCE))(
    'would be accepted as evidence for %s',
    (_item, { en, ja, url }) => {
      expect(findEvidenceProblem(en)).toBeUndefined();
      expect(findEvidenceProblem(ja)).toBeUndefined();
      expect(url === undefined || isHttpUrl(url)).toBe(true);
    },
  );

  it.each(SLO_STORIES.map(story => [story.journey.title, story] as const))(
    'is a valid SLO: %s',
    (_title, { journey, sliText, target, rationale, steps }) => {
      expect(journeyInput.safeParse(journey).success).toBe(true);
      expect(
        sloContentInput.safeParse({ journeyId, sliText, target, rationale })
          .success,
      ).toBe(true);
      const days = steps.map(step => step.daysAgo);
      expect(days).toEqual([...days].sort((a, b) => b - a));
    },
  );

  it('returns answers with a question in both languages', () => {
    for (const { en, ja } of RETURN_COMMENTS) {
      expect(en).not.toBe(ja);
    }
  });
});
