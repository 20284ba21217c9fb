export { DelegationSection } from './delegation/DelegationSection';
export { SloDecisionPanel } from './decision/SloDecisionPanel';
