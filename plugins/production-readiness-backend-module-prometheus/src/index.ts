/**
 * Reads SLOs that Sloth and Pyrra run from a Prometheus server.
 *
 * @packageDocumentation
 */
export { productionReadinessModulePrometheus as default } from './module';
