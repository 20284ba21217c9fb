export * from './advice';
export * from './agreement';
export * from './alert';
export * from './alertFacts';
export * from './alertRule';
export * from './budgetHistory';
export * from './chain';
export * from './decisions';
export * from './delegation';
export * from './delegationRoutes';
export * from './difference';
export * from './durationText';
export * from './editorial';
export * from './errorBudget';
export * from './errorBudgetPolicy';
export * from './facts';
export * from './journey';
export * from './judgement';
export * from './material';
export * from './openslo';
export * from './need';
export * from './ownerHistory';
export * from './owners';
export * from './phase';
export * from './questionRoutes';
export * from './routes';
export * from './severity';
export * from './shown';
export {
  ownerIsCurrent,
  signingCapacities,
  wordOf,
  type Capacity,
  type SignerStanding,
  type SloCase,
  type Word,
} from './signer';
export * from './signaturePolicy';
export {
  personView,
  signatureView,
  type PersonView,
  type SignatureView,
  type SignedVersionView,
} from './signedView';
export * from './state';
export * from './summary';
export * from './target';
export * from './telemetry';
export * from './telemetryRoutes';
export * from './tryTarget';
export * from './views';
export * from './window';
