import { cpus } from 'node:os';
import { JudgeAllResult } from '../host/judgeAll';
import { SizeName } from '../sizes';
import { Finding } from './journalWork';
import { Measured } from './measure';

/** One line of the results. */
export interface Line extends Measured {
  id: string;
  title: string;
  floor?: 'empty' | 'row';
  /** Median over the floor's median, and throughput of the floor over its own. */
  ratio?: number;
  goal?: number;
}

/** Everything that one run found. */
export interface Results {
  size: SizeName;
  at: string;
  node: string;
  processors: string;
  lines: Line[];
  judging?: { title: string; result: JudgeAllResult }[];
  /** What is measured once: starting, checking and downloading the journal. */
  findings?: Finding[];
}

/** What the results were found on. */
export function machine(): Pick<Results, 'at' | 'node' | 'processors'> {
  const [first] = cpus();
  return {
    at: new Date().toISOString(),
    node: process.version,
    processors: `${cpus().length} × ${first?.model ?? 'unknown'}`,
  };
}

/** The results as a Markdown table. */
export function toMarkdown({
  size,
  at,
  node,
  processors,
  lines,
  judging,
  findings,
}: Results): string {
  const rows = lines.map(line =>
    [
      line.id,
      line.title,
      ms(line.p50),
      ms(line.p99),
      String(Math.round(line.perSecond)),
      String(line.queries),
      line.processorMs.toFixed(2),
      String(line.bytes),
      String(line.rssMb),
      line.ratio === undefined ? '' : `${line.ratio.toFixed(1)} ×`,
      line.goal === undefined ? '' : `≤ ${line.goal} ×`,
      Object.entries(line.statuses)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', '),
    ].join(' | '),
  );
  const head = [
    '',
    'work',
    'p50 ms',
    'p99 ms',
    'requests/s',
    'queries',
    'CPU ms',
    'bytes',
    'RSS MB',
    'to the floor',
    'goal',
    'answers',
  ];
  return [
    `Size ${size}, ${at}, Node.js ${node}, ${processors}.`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map(row => `| ${row} |`),
    ...(judging ?? []).map(
      ({ title, result }) =>
        `\n${title}: ${result.entities} entities in ${result.seconds.toFixed(
          1,
        )} s, ${result.itemRowsWritten} item rows and ${
          result.summariesWritten
        } summaries written, event loop p99 ${result.eventLoopLagP99.toFixed(
          0,
        )} ms, ${result.memoryMb.toFixed(0)} MB more memory.`,
    ),
    ...(findings ?? []).map(
      ({ id, title, found, goal }) =>
        `\n${id} ${title}: ${found} (goal: ${goal}).`,
    ),
    '',
  ].join('\n');
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
