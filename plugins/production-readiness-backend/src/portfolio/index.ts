export * from './createPortfolioFeature';
