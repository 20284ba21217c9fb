export { ItemPanel } from './item/ItemPanel';
export { ReadinessTab } from './ReadinessTab';
