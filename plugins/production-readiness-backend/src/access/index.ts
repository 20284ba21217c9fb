export * from './Access';
export * from './Caller';
export { EVERYTHING, type Visibility } from '../directory';
