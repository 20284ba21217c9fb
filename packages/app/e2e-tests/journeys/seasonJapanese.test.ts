import { useSeason } from './season';
import { describeSeasonChecks } from './seasonChecks';
import { describeSeasonReviews } from './seasonReviews';
import { describeSeasonUpkeep } from './seasonUpkeep';

describe('A season of upkeep in Japanese, on PostgreSQL', () => {
  const season = useSeason('ja', 'PostgreSQL');
  describeSeasonUpkeep(season);
  describeSeasonReviews(season);
  describeSeasonChecks(season);
});
