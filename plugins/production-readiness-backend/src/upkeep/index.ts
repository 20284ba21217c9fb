export * from './createUpkeepFeature';
export * from './upkeepEntries';
