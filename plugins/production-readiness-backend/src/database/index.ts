export * from './anyOf';
export * from './Clock';
export * from './failures';
export * from './idempotency';
export * from './migrate';
export * from './prepared';
export * from './ReadinessDatabase';
export * from './rowVersions';
