export {
  createRecordsFeature,
  type RecordsFeature,
} from './createRecordsFeature';
