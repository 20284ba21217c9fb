export {
  ENTITY_TABS,
  type EntityTab,
  useEntityTabLink,
} from './useEntityTabLink';
export { usePagePath } from './usePagePath';
