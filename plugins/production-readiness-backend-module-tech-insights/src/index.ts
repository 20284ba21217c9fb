/**
 * Joins production readiness with Tech Insights, in both directions.
 *
 * @packageDocumentation
 */
export { techInsightsFeatures as default } from './features';
export { productionReadinessModuleTechInsights } from './checksModule';
export { techInsightsModuleProductionReadiness } from './factsModule';
