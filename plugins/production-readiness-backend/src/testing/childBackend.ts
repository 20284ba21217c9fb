// A whole test backend in a process of its own, which tests end by a signal. It
// says where it is once it serves requests. What it is like comes in the
// environment.
import './childClock';
import { startTestReadinessBackend } from './backend';
import type { ChildBackendOptions } from './processBackend';

const { connection, schedules, readiness }: ChildBackendOptions = JSON.parse(
  process.env.TEST_BACKEND!,
);

startTestReadinessBackend({
  engine: 'PostgreSQL',
  connection,
  schedules,
  readiness,
}).then(
  ({ url }) => process.stdout.write(`serving at ${url}\n`),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
