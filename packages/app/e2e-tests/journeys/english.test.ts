import { describeLooks } from './looks';
import { describeStory } from './story';

describe('The journey in English', () => {
  const shared = describeStory('en', 'SQLite');
  describeLooks('en', shared);
});
