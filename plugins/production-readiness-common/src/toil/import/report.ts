import { z } from 'zod';
import { toilTotalsSchema } from '../report';

/** Why a line of an import file is not taken. @public */
export const IMPORT_PROBLEMS = [
  'ALLOCATED_WEEK',
  'BAD_VALUE',
  'FORMULA',
  'MISSING',
  'NOT_JSON',
  'QUOTES',
  'TOO_LONG',
  'TOO_MANY_CELLS',
  'UNKNOWN_CATEGORY',
  'UNKNOWN_ENTITY',
  'UNKNOWN_GROUP',
  'UNKNOWN_JOURNEY',
  'WEEK_IN_FUTURE',
] as const;

/** One of {@link IMPORT_PROBLEMS}. @public */
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

/** One reason why a line is not taken. @public */
export const importProblemSchema = z.strictObject({
  /** In the file, the header being line 1. */
  line: z.number().int(),
  /** From 1; null when it is about the whole line. */
  column: z.number().int().nullable(),
  /** The column's header, or the field that is missing. */
  header: z.string(),
  code: z.enum(IMPORT_PROBLEMS),
  /** What is there, shortened. */
  value: z.string(),
  /** What is wrong and what to do, in English. */
  reason: z.string(),
});

/** What {@link importProblemSchema} lets through. @public */
export type ImportProblem = z.output<typeof importProblemSchema>;

/**
 * So many problems are listed; all are counted.
 *
 * @public
 */
export const LISTED_PROBLEMS = 5_000;

/** What became of a file, or what would. @public */
export const importReportSchema = z.strictObject({
  /** Nothing was written. */
  dryRun: z.boolean(),
  format: z.enum(['entries', 'github', 'jira']),
  /** How the bytes were read. */
  encoding: z.enum(['utf-8', 'shift_jis', 'utf-16le', 'utf-16be']),
  /** Rows or tickets in the file. */
  rows: z.number().int(),
  /** Entries that are new. */
  added: z.number().int(),
  /** Rows that an earlier import brought. */
  alreadyThere: z.number().int(),
  /** Tickets without a label that is mapped. */
  ignored: z.number().int(),
  /** Rows with a problem. */
  rejected: z.number().int(),
  /** The first {@link LISTED_PROBLEMS}, in the order of the file. */
  problems: z.array(importProblemSchema),
  /** Minutes of what is new. */
  totals: toilTotalsSchema,
  /** First and last week of what is new. */
  weeks: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
});

/** What {@link importReportSchema} lets through. @public */
export type ImportReport = z.output<typeof importReportSchema>;
