export { readinessApiRef } from './readinessApi';
export { useReadinessClient } from './useReadinessClient';
