/**
 * Production readiness on every catalog entity: checklist, SLO signing and
 * toil, for the new frontend system.
 *
 * @packageDocumentation
 */
export { productionReadinessPlugin as default } from './plugin';
export { readinessApiRef } from './api';
export {
  productionReadinessSloTranslationRef,
  productionReadinessStudioTranslationRef,
  productionReadinessTranslationRef,
} from './translations';
