export * from './createReviewFeature';
export { readApprovals } from './ReviewStore';
