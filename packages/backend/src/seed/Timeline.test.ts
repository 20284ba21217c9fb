import { FixedClock } from '@prodready/backstage-plugin-production-readiness-backend/services';
import { Progress } from './Progress';
import { Timeline } from './Timeline';

describe('The timeline', () => {
  it('does things in the order of time, with the clock put right', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const clock = new FixedClock(0);
    const timeline = new Timeline(clock);
    const seen: string[] = [];
    const note = (name: string) => async () => {
      seen.push(`${name} ${await clock.now()}`);
    };
    timeline.at(20, note('second'));
    timeline.at(10.4, note('first'));
    timeline.at(20, note('third'));

    await timeline.run(new Progress());

    expect(seen).toEqual(['first 10', 'second 20', 'third 20']);
    expect(write).toHaveBeenLastCalledWith('seed: history 100 %\n');
    write.mockRestore();
  });
});
