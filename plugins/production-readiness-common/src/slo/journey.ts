import { z } from 'zod';
import { plainText } from '../api/text';

/** What a journey is: of a person, or of a device that must be able to talk. @public */
export const JOURNEY_KINDS = ['user', 'machine'] as const;

/** How bad it is when the journey fails. @public */
export const JOURNEY_IMPORTANCES = ['critical', 'important', 'normal'] as const;

/**
 * A critical journey: what somebody wants to get done with the entity.
 *
 * @public
 */
export const journeyInput = z.strictObject({
  /** Short, such as "Check out a basket". */
  title: plainText({ max: 160 }),
  /** What happens, step by step, in words that a customer would use. */
  text: plainText({ max: 4000 }).optional(),
  kind: z.enum(JOURNEY_KINDS),
  importance: z.enum(JOURNEY_IMPORTANCES),
  /** Who suffers when it fails. */
  beneficiary: plainText({ max: 160 }),
});

/** What {@link journeyInput} lets through. @public */
export type JourneyInput = z.output<typeof journeyInput>;

/** A journey as the API shows it. @public */
export const journeyView = z.strictObject({
  id: z.uuid(),
  ...journeyInput.shape,
  /** Row version for If-Match. */
  version: z.int(),
});

/** What {@link journeyView} lets through. @public */
export type JourneyView = z.output<typeof journeyView>;
