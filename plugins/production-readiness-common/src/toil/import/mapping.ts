import { z } from 'zod';
import { httpUrl, plainText } from '../../api/text';
import { MINUTES_CAP_LIMIT } from '../entry';
import { TOIL_NATURES, TOIL_TRIGGERS } from '../ratios';
import { plainWord } from './columns';

const minutes = z
  .number({ error: 'must be a whole number of minutes' })
  .int({ error: 'must be a whole number of minutes' })
  .min(1, { error: 'must be at least 1 minute' })
  .max(MINUTES_CAP_LIMIT, {
    error: `must be at most ${MINUTES_CAP_LIMIT} minutes`,
  });

/** What a label of a ticket says about the work. @public */
export const importLabelSchema = z.strictObject({
  /** As it is in the tracker; case and blanks make no difference. */
  label: plainText({ max: 100 }),
  /** Id of a configured category; its usual axes hold unless told. */
  category: plainText({ max: 40 }).optional(),
  trigger: z.enum(TOIL_TRIGGERS).optional(),
  nature: z.enum(TOIL_NATURES).optional(),
  /** For tickets that don't say how long they took. */
  minutes: minutes.optional(),
});

/**
 * How tickets become entries. A ticket that has none of the labels is not
 * work of that kind and is left out.
 *
 * @public
 */
export const importMappingSchema = z.strictObject({
  /** The first that a ticket has decides; later ones fill what it left open. */
  labels: z.array(importLabelSchema).max(200).optional(),
  /** For tickets that say nothing and whose labels say nothing either. */
  minutesPerTicket: minutes.optional(),
  /** Where a ticket is found by its key, such as Jira's `…/browse/`. */
  ticketBaseUrl: httpUrl.optional(),
});

/** What {@link importMappingSchema} lets through. @public */
export type ImportMapping = z.output<typeof importMappingSchema>;

/** What {@link importLabelSchema} lets through. @public */
export type ImportLabel = z.output<typeof importLabelSchema>;

/**
 * The mapping of a request over the configured one: its labels come first.
 *
 * @public
 */
export function mergeMappings(
  configured: ImportMapping,
  asked: ImportMapping = {},
): ImportMapping {
  return {
    ...configured,
    ...asked,
    labels: [...(asked.labels ?? []), ...(configured.labels ?? [])],
  };
}

/**
 * What the labels of a ticket say together; undefined when none is mapped.
 *
 * @public
 */
export function mappedLabels(
  labels: readonly string[],
  mapping: ImportMapping,
): Omit<ImportLabel, 'label'> | undefined {
  const has = new Set(labels.map(plainWord));
  const found = (mapping.labels ?? []).filter(({ label }) =>
    has.has(plainWord(label)),
  );
  if (found.length === 0) return undefined;
  const first = <K extends keyof ImportLabel>(key: K) =>
    found.find(one => one[key] !== undefined)?.[key];
  return {
    category: first('category'),
    trigger: first('trigger'),
    nature: first('nature'),
    minutes: first('minutes'),
  };
}
