export { createStudioFeature, type StudioFeature } from './createStudioFeature';
