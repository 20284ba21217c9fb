import { type FlatMessages } from './flatMessages';
import { flatten } from './flatten';
import { ja } from './ja';

// The types of the two languages' files guarantee the same keys.
export default flatten(ja) as FlatMessages;
