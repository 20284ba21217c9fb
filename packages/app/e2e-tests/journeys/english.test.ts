import { describeLooks } from './looks';
import { describePortfolioWeight } from './portfolioWeight';
import { describeSloFiles } from './sloFiles';
import { describeStory } from './story';
import { describeToilRecording } from './toilRecording';
import { describeStudio } from './studioStory';
import { describeToil } from './toilStory';
import { describeUpkeep } from './upkeepStory';

describe('The journey in English', () => {
  const shared = describeStory('en', 'SQLite');
  describeSloFiles('en', shared);
  describeToilRecording('en', shared);
  describeStudio('en', shared);
  describeToil('en', shared);
  describeUpkeep('en', shared);
  describePortfolioWeight('en', shared);
  describeLooks('en', shared);
});
