import { describeLooks } from './looks';
import { describeStory } from './story';
import { describeToil } from './toilStory';

describe('The journey in English', () => {
  const shared = describeStory('en', 'SQLite');
  describeToil('en', shared);
  describeLooks('en', shared);
});
