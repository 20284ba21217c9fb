import { useSeason } from './season';
import { describeSeasonChecks } from './seasonChecks';
import { describeSeasonReviews } from './seasonReviews';
import { describeSeasonUpkeep } from './seasonUpkeep';

describe('A season of upkeep in English', () => {
  const season = useSeason('en', 'SQLite');
  describeSeasonUpkeep(season);
  describeSeasonReviews(season);
  describeSeasonChecks(season);
});
