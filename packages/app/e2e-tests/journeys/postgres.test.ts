import { describeStory } from './story';

describe('The journey on PostgreSQL', () => {
  describeStory('en', 'PostgreSQL');
});
