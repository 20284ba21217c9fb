import { type ExtensionDefinition } from '@backstage/frontend-plugin-api';

/** What this folder adds to the plugin. @internal */
export const toilExtensions: ExtensionDefinition[] = [];
