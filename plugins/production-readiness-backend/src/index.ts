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
