import { describeLooks } from './looks';
import { describeStory } from './story';
import { describeToil } from './toilStory';

describe('The journey in Japanese', () => {
  const shared = describeStory('ja', 'SQLite');
  describeToil('ja', shared);
  describeLooks('ja', shared);
});
