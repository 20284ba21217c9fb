export * from './config';
export * from './createToilFeature';
export * from './facts';
