export * from './config';
export * from './createSloFeature';
export * from './facts';
export * from './waiting';
