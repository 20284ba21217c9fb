import {
  appLanguageApiRef,
  ExtensionFactoryMiddleware,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { titleIn } from './titles';

const { title: titleData } = EntityContentBlueprint.dataRefs;

/**
 * Gives the tabs of entity pages a title in the language on screen. They are
 * made once, after sign-in: another language takes a reload.
 */
export const localizedTabs: ExtensionFactoryMiddleware =
  function* localizedTabs(originalFactory, { node, apis }) {
    const output = originalFactory();
    yield* output;

    const isTab = node.spec.id.startsWith('entity-content:');
    const title = isTab ? output.get(titleData) : undefined;
    if (title) {
      const { language } = apis.get(appLanguageApiRef)!.getLanguage();
      yield titleData(titleIn(language, title));
    }
  };
