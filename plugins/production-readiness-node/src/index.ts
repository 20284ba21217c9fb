/**
 * What other backend plugins use of production readiness.
 *
 * @packageDocumentation
 */
export {
  productionReadinessServiceRef,
  type ProductionReadinessService,
} from './ProductionReadinessService';
