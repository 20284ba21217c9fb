import { type sloScreens as en } from './en/sloScreens';
import { type FlatMessages } from './flatMessages';
import { flatten } from './flatten';
import { sloScreens } from './ja/sloScreens';

// The types of the two languages' files guarantee the same keys.
export default flatten(sloScreens) as FlatMessages<typeof en>;
