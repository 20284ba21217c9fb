export {
  ENTITY_TABS,
  type EntityTab,
  useEntityTabLink,
} from './useEntityTabLink';
