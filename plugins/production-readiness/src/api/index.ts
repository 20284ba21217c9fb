export { readinessApiRef } from './readinessApi';
export { useReadinessClient } from './useReadinessClient';
export { newActionKey } from './newActionKey';
