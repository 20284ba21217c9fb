/**
 * Production readiness for the legacy frontend system, wired by hand in the
 * app's routes and entity pages.
 *
 * @packageDocumentation
 */
// First, before any Material UI part names its classes.
import './theme/muiClassNames';
// The words that all share at once: else each page, tab and card, which are loaded apart, would
// bring a copy of its own.
import './translations/ref';

export { productionReadinessPlugin } from './legacy/plugin';
export {
  EntityReadinessContent,
  EntitySloContent,
  GroupToilContent,
  GroupUpkeepContent,
} from './legacy/entityTabs';
export {
  ReadinessInboxPage,
  ReadinessPortfolioPage,
  ReadinessStudioPage,
} from './legacy/pages';
export { createReadinessColumn } from './portfolio/column/readinessColumn';
export { TeamsReadinessCard } from './portfolio/home/TeamsReadinessCard';
export { readinessApiRef } from './api';
export {
  productionReadinessSloTranslationRef,
  productionReadinessStudioTranslationRef,
  productionReadinessTranslationRef,
} from './translations';
