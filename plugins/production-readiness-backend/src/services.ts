/**
 * What the plugin is put together from, for programs that drive it without its
 * HTTP API: a seed, a benchmark. It changes without notice.
 *
 * @packageDocumentation
 */
export {
  createReadiness,
  type Readiness,
  type ReadinessServices,
} from './createReadiness';
export {
  DatabaseClock,
  FixedClock,
  openDatabase,
  type Clock,
  type ReadinessDatabase,
} from './database';
export type { Caller } from './access';
