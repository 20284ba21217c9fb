export { exactDay, exactTime, relativeTime } from './relativeTime';
export { RelativeTime } from './RelativeTime';
export { useLanguage } from './useLanguage';
export { useNow } from './useNow';
