export { EmptyState } from './EmptyState';
export { ErrorNotice } from './ErrorNotice';
export { HiddenText } from './HiddenText';
export { LoadingState } from './LoadingState';
export { PageSection } from './PageSection';
export { SidePanel } from './SidePanel';
export { usePanelParam } from './usePanelParam';
export { useRefusal } from './useRefusal';
