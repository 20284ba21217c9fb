// A whole test backend in a process of its own, which tests end by a signal. It
// says where it is once it serves requests. Its database comes in the
// environment.
import { startTestReadinessBackend } from './backend';

startTestReadinessBackend({
  engine: 'PostgreSQL',
  connection: JSON.parse(process.env.TEST_BACKEND_DATABASE!),
}).then(
  ({ url }) => process.stdout.write(`serving at ${url}\n`),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
