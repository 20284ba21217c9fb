// Measures the workloads against a seeded database, beside floors that are
// measured in the same run.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { connect, isWanted, readBenchmarkConfig } from '../config';
import { JudgeAllResult } from '../host/judgeAll';
import { sizeOf } from '../sizes';
import { measureBrowser } from './browserWork';
import { importToil } from './importToil';
import { Finding, measureJournal, measureStart } from './journalWork';
import { Load, measure, Measured, settle, Target } from './measure';
import { measureReplicas } from './replicas';
import { Line, machine, Results, toMarkdown } from './report';
import { measurePreview } from './preview';
import { startProfile } from './profile';
import { startHost } from './startHost';
import { measureTechInsights } from './techInsights';
import { createWorkloads } from './workloads';

const WARM_UP_SECONDS = 2;

async function main(): Promise<void> {
  const config = readBenchmarkConfig();
  const { name, size } = sizeOf(config.size);
  const seconds = Number(process.env.BENCHMARK_SECONDS);
  const profiles = process.env.BENCHMARK_PROFILES ?? '';
  const output =
    process.env.BENCHMARK_OUTPUT ||
    `../../.data/benchmark-results/${name}.json`;

  const knex = connect(config);
  const seeded = await knex('readiness_summaries')
    .first('entity_id')
    .catch(() => undefined);
  if (!seeded) {
    throw new Error(
      `There is nothing to measure yet: npm run benchmark -- seed --size ${name}`,
    );
  }
  const host = await startHost(config.port);
  try {
    await settle(host);
    const floors = await measureFloors(host, seconds);
    const lines: Line[] = [...floors.lines];
    for (const workload of createWorkloads(knex, host, {
      size,
      seconds,
    })) {
      if (!isWanted(workload.id)) continue;
      await measure(host, {
        ...(await workload.load()),
        seconds: WARM_UP_SECONDS,
      });
      // Read anew: a write of the warm-up made new versions.
      const load = await workload.load();
      const profile = profiles ? await startProfile(host) : undefined;
      const measured = await measure(host, load);
      await profile?.write(join(profiles, `${workload.id}.cpuprofile`));
      const floor = floors.of(workload.floor);
      lines.push({
        ...measured,
        id: workload.id,
        title: workload.title,
        floor: workload.floor,
        // Throughput, not latency: fewer clients would look faster.
        ratio: floor.perSecond / measured.perSecond,
        goal: workload.goal,
      });
      process.stderr.write(
        `  ${workload.id}: ${Math.round(measured.perSecond)}/s\n`,
      );
    }
    const judging = isWanted('W5') ? await judge(host) : undefined;
    const findings: Finding[] = [];
    if (isWanted('W6')) findings.push(...(await importToil(host, knex)));
    if (isWanted('W8')) {
      findings.push(await measureStart(knex, () => connect(config)));
      findings.push(...(await measureReplicas(config)));
    }
    if (isWanted('W9')) findings.push(...(await measureJournal(knex, host)));
    if (isWanted('TI')) {
      findings.push(
        ...(await measureTechInsights(host, floors.of('empty'), {
          size,
          seconds,
        })),
      );
    }
    const chrome = process.env.READINESS_TEST_CHROME;
    if (chrome) findings.push(...(await measureBrowser(host, chrome)));
    if (isWanted('preview')) findings.push(...(await measurePreview(host)));
    const results: Results = {
      size: name,
      ...machine(),
      lines,
      judging,
      findings,
    };
    await mkdir(dirname(output), { recursive: true });
    await writeFile(output, `${JSON.stringify(results, null, 2)}\n`);
    await writeFile(output.replace(/(\.json)?$/, '.md'), toMarkdown(results));
    process.stdout.write(toMarkdown(results));
  } finally {
    await host.stop();
    await knex.destroy();
  }
}

async function measureFloors(host: Target, seconds: number) {
  const empty: Load = {
    requests: [{ method: 'GET', path: '/api/benchmark/empty' }],
    clients: 8,
    seconds,
  };
  const row: Load = {
    requests: [{ method: 'POST', path: '/api/benchmark/row', body: '{}' }],
    clients: 32,
    seconds,
  };
  await measure(host, { ...empty, seconds: WARM_UP_SECONDS });
  const found: Record<'empty' | 'row', Measured> = {
    empty: await measure(host, empty),
    row: await measure(host, row),
  };
  // What the platform itself takes for a write that asks who may do it.
  const asked = await measure(host, {
    ...row,
    requests: [{ method: 'POST', path: '/api/benchmark/asked', body: '{}' }],
  });
  return {
    lines: [
      { ...found.empty, id: 'floor', title: 'Empty route, signed in' },
      { ...found.row, id: 'floor', title: 'Empty route that commits one row' },
      {
        ...asked,
        id: 'floor',
        title: 'The same, and asks the permission framework first',
      },
    ],
    of: (floor: 'empty' | 'row') => found[floor],
  };
}

async function judge(host: Target): Promise<Results['judging']> {
  const response = await fetch(`${host.url}/api/benchmark/judge-all`, {
    method: 'POST',
    headers: { authorization: `Bearer ${host.token}` },
  });
  if (!response.ok) throw new Error(`Judging: ${await response.text()}`);
  const result: JudgeAllResult = await response.json();
  return [{ title: 'W5, judging everything when nothing changed', result }];
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
