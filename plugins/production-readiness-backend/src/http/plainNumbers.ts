import { z } from 'zod';

const PLAIN = /^-?\d{1,16}$/;

/**
 * The fields of a path or a query that hold a number and are not written as
 * one. JavaScript reads blanks as 0, `0x10` as 16 and a list of one as its
 * only number; nobody who sends these means that.
 *
 * @returns their names
 */
export function fieldsWithoutPlainNumber(
  schema: z.ZodType,
  input: unknown,
): string[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const given = (input ?? {}) as Record<string, unknown>;
  return Object.entries<z.ZodType>(schema.shape).flatMap(([name, field]) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const isFine =
      value === undefined || (typeof value === 'string' && PLAIN.test(value));
    return isFine || !isReadAsNumber(field) ? [] : [name];
  });
}

/** Whether a field takes texts for numbers, optional or with a default. */
function isReadAsNumber(field: z.ZodType): boolean {
  if (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodNullable
  ) {
    return isReadAsNumber(field.unwrap() as z.ZodType);
  }
  return field instanceof z.ZodNumber && field.def.coerce === true;
}
