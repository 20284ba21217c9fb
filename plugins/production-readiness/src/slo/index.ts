export { SloDecisionPanel } from './decision/SloDecisionPanel';
