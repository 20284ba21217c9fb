import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { ToilConfig } from './config';

/**
 * Refuses a category that the organisation does not have.
 *
 * @param about - the input's field, and the categories that the record had
 *   before: one that was removed from the list stays on its old records
 * @throws ReadinessError 400 UNKNOWN_CATEGORY
 */
export function requireKnownCategory(
  { categories }: Pick<ToilConfig, 'categories'>,
  category: string | undefined,
  about: { field: string; kept?: readonly (string | undefined)[] },
): void {
  const known =
    category === undefined ||
    about.kept?.includes(category) ||
    categories.some(({ id }) => id === category);
  if (known) return;
  throw ReadinessError.badInput(
    'UNKNOWN_CATEGORY',
    `There is no category "${category}". Take one of: ${categories
      .map(({ id }) => id)
      .join(', ')}.`,
    { field: about.field },
  );
}
