export { PanelAnnouncements, useAnnounce } from './Announcer';
export { createReadinessQueryClient, queryClient } from './queryClient';
export { ReadinessProviders } from './ReadinessProviders';
export { useWrite } from './useWrite';
