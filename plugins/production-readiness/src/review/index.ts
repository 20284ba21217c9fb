export { ReviewPanel } from './ReviewPanel';
export { ReviewsSection } from './ReviewsSection';
