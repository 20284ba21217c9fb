import { type studioScreens as en } from './en/studioScreens';
import { type FlatMessages } from './flatMessages';
import { flatten } from './flatten';
import { studioScreens } from './ja/studioScreens';

// The types of the two languages' files guarantee the same keys.
export default flatten(studioScreens) as FlatMessages<typeof en>;
