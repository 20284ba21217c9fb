import { describeLooks } from './looks';
import { describeStory } from './story';

describe('The journey in Japanese', () => {
  const shared = describeStory('ja', 'SQLite');
  describeLooks('ja', shared);
});
