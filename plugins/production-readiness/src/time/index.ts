export { exactDay, exactTime, relativeTime } from './inWords';
export { RelativeTime } from './RelativeTime';
export { useLanguage } from './useLanguage';
export { useNow } from './useNow';
