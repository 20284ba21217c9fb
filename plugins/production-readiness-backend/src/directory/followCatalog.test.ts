import { SweepResult } from './DirectorySweep';
import { followCatalog } from './followCatalog';

const signal = new AbortController().signal;

function sweepThatFinds(...changes: Array<Partial<SweepResult>>) {
  const run = jest.fn(async () => ({
    complete: true,
    seen: 10,
    changed: 0,
    deleted: 0,
    ...changes.shift(),
  }));
  return { run };
}

describe('followCatalog', () => {
  it('sweeps until a catalog that was just started has nothing new twice', async () => {
    const sweep = sweepThatFinds(
      { seen: 0 },
      { changed: 7 },
      {},
      { changed: 2 },
    );
    await followCatalog(sweep, { pauseMs: 0 })(signal);
    expect(sweep.run).toHaveBeenCalledTimes(6);
  });

  it('sweeps once at a time when the catalog has settled', async () => {
    const sweep = sweepThatFinds();
    const follow = followCatalog(sweep, { pauseMs: 0 });
    await follow(signal);
    sweep.run.mockClear();
    await follow(signal);
    expect(sweep.run).toHaveBeenCalledTimes(1);
  });

  it('does not chase a catalog that never rests', async () => {
    const run = jest.fn(async () => ({
      complete: true,
      seen: 10,
      changed: 1,
      deleted: 0,
    }));
    await followCatalog({ run }, { pauseMs: 0, maxSweeps: 4 })(signal);
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('stops when told to, and settles on the next run', async () => {
    const stop = new AbortController();
    const run = jest.fn(async () => {
      stop.abort();
      return { complete: false, seen: 3, changed: 3, deleted: 0 };
    });
    const follow = followCatalog({ run }, { pauseMs: 60_000 });
    await follow(stop.signal);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('leaves a catalog that can not be read to the scheduler', async () => {
    const run = jest.fn(async () => {
      throw new Error('catalog is down');
    });
    await expect(followCatalog({ run })(signal)).rejects.toThrow(
      'catalog is down',
    );
  });
});
