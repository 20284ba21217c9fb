/**
 * The same plugin under the entry point where some apps look for the new
 * frontend system.
 *
 * @packageDocumentation
 */
export { productionReadinessPlugin as default } from './plugin';
export {
  productionReadinessSloTranslationRef,
  productionReadinessStudioTranslationRef,
  productionReadinessTranslationRef,
} from './translations';
