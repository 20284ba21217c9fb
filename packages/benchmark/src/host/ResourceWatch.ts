/** How often the size of the process is looked at, in milliseconds. */
const INTERVAL = 20;

/** What the process took while something ran. */
export interface Resources {
  /** The most memory over what was in use before, in MB. */
  memoryMb: number;
  /** Of processors; on a busy machine it says more than the time by the clock. */
  processorSeconds: number;
}

/** Watches what the process takes while something runs. */
export class ResourceWatch {
  private before = 0;
  private most = 0;
  private used = process.cpuUsage();
  private timer?: NodeJS.Timeout;

  /** Begins with as little garbage as there can be. */
  start(): void {
    clearInterval(this.timer);
    global.gc?.();
    this.before = process.memoryUsage.rss();
    this.most = this.before;
    this.used = process.cpuUsage();
    this.timer = setInterval(() => {
      this.most = Math.max(this.most, process.memoryUsage.rss());
    }, INTERVAL);
  }

  stop(): Resources {
    clearInterval(this.timer);
    const { user, system } = process.cpuUsage(this.used);
    return {
      memoryMb: (this.most - this.before) / 1_048_576,
      processorSeconds: (user + system) / 1e6,
    };
  }
}
