export { DelegationSection } from './delegation/DelegationSection';
export { PolicyPanel } from './errorBudgetPolicy/PolicyPanel';
export { SloDecisionPanel } from './decision/SloDecisionPanel';
