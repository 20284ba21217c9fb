export { SIZES, type Size, type SizeName } from './sizes';
