/**
 * What other backend plugins use of production readiness.
 *
 * @packageDocumentation
 */
export {
  productionReadinessServiceRef,
  type ProductionReadinessService,
} from './ProductionReadinessService';
export {
  readinessChecksExtensionPoint,
  type ReadinessCheckProvider,
  type ReadinessChecksExtensionPoint,
} from './checks';
export {
  telemetryProvidersExtensionPoint,
  type RunningAlert,
  type RunningSlo,
  type SloMeasurement,
  type SloMeasurementResult,
  type TelemetryProvider,
  type TelemetryProvidersExtensionPoint,
  type TelemetrySnapshot,
} from './telemetry';
