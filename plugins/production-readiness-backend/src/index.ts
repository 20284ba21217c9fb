/**
 * Keeps checklists, SLO ownership and toil of catalog entities.
 *
 * @packageDocumentation
 */
export { productionReadinessPlugin as default } from './plugin';
export {
  verifyJournal,
  type JournalVerification,
} from './journal/JournalStore';
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
} from './database';
export type { ReadinessDatabase } from './database';
export type { Caller } from './access';
