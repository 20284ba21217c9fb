export interface Config {
  productionReadiness?: {};
}
