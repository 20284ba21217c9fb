export * from './createDirectory';
export * from './Directory';
export * from './DirectoryEntity';
export * from './DirectorySweep';
export * from './DirectoryWriter';
