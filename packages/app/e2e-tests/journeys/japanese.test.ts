import { describeLooks } from './looks';
import { describePortfolioWeight } from './portfolioWeight';
import { describeSloFiles } from './sloFiles';
import { describeStory } from './story';
import { describeToilRecording } from './toilRecording';
import { describeStudio } from './studioStory';
import { describeToil } from './toilStory';
import { describeUpkeep } from './upkeepStory';

describe('The journey in Japanese, on PostgreSQL', () => {
  const shared = describeStory('ja', 'PostgreSQL');
  describeSloFiles('ja', shared);
  describeToilRecording('ja', shared);
  describeStudio('ja', shared);
  describeToil('ja', shared);
  describeUpkeep('ja', shared);
  describePortfolioWeight('ja', shared);
  describeLooks('ja', shared);
});
