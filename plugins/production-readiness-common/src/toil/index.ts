export * from './allocation';
export * from './callerView';
export * from './categories';
export * from './coverage';
export * from './decisions';
export * from './entry';
export * from './facts';
export * from './followUp';
export {
  piecesOf,
  teamHierarchy,
  type TeamHierarchy,
  type TeamNode,
  type TeamPiece,
} from './hierarchy';
export * from './looks';
export * from './overviews';
export * from './import';
export * from './payback';
export * from './period';
export * from './ratios';
export * from './report';
export * from './rota';
export * from './routes';
export * from './status';
export {
  DEFAULT_MINIMUM_TEAM_SIZE,
  LEAST_MINIMUM_TEAM_SIZE,
  teamVisibility,
  type TeamVisibility,
} from './suppression';
export * from './targets';
export * from './trend';
export * from './week';
export * from './traits';
