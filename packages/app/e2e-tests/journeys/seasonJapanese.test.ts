import { useSeason } from './season';
import { describeSeasonChecks } from './seasonChecks';
import { describeSeasonDepartment } from './seasonDepartment';
import { describeSeasonInsights } from './seasonInsights';
import { describeSeasonReviews } from './seasonReviews';
import { describeSeasonUpkeep } from './seasonUpkeep';

describe('A season of upkeep in Japanese, on PostgreSQL', () => {
  const season = useSeason('ja', 'PostgreSQL');
  describeSeasonInsights(season);
  describeSeasonUpkeep(season);
  describeSeasonReviews(season);
  describeSeasonDepartment(season);
  describeSeasonChecks(season);
});
