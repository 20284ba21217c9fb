import { screen } from '@testing-library/react';
import { renderReadiness } from '../__testUtils__/renderReadiness';
import { StateBadge } from './StateBadge';
import { STATES } from './states';

describe('StateBadge', () => {
  it.each([
    ['en', 'Needs work'],
    ['ja', '要対応'],
  ] as const)('says the word of a state in %s', async (language, word) => {
    renderReadiness(<StateBadge family="checklist" state="failed" />, {
      language,
    });
    expect(await screen.findByText(word)).toBeInTheDocument();
  });

  it.each(Object.entries(STATES))(
    'tells no two states of %s apart by colour alone',
    (_family, looks) => {
      const words = Object.values(looks).map(({ word }) => word);
      expect(new Set(words).size).toBe(words.length);
    },
  );
});
