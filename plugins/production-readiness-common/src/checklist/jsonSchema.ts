import { z } from 'zod';
import { checklistDocumentSchema } from './document';
import { FACT_ROOTS, factPredicate } from './predicate';

type Json = Record<string, unknown>;

const PRIMITIVE: Json = { type: ['string', 'number', 'boolean'] };
const VALUE: Json = {
  anyOf: [
    PRIMITIVE,
    {
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
      properties: {
        $exists: { type: 'boolean' },
        $in: { type: 'array', minItems: 1, items: PRIMITIVE },
        $hasPrefix: { type: 'string', minLength: 1 },
        $contains: {
          description: 'Some element of the list matches',
          type: ['object', 'string', 'number', 'boolean'],
        },
      },
    },
  ],
};
const PREDICATE: Json = {
  description: `A Backstage filter predicate over the facts ${FACT_ROOTS.join(
    ', ',
  )}`,
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    $all: {
      type: 'array',
      minItems: 1,
      items: { $ref: '#/$defs/predicate' },
    },
    $any: {
      type: 'array',
      minItems: 1,
      items: { $ref: '#/$defs/predicate' },
    },
    $not: { $ref: '#/$defs/predicate' },
  },
  patternProperties: { [`^(${FACT_ROOTS.join('|')})(\\.|$)`]: VALUE },
};

/**
 * The JSON Schema (draft 2020-12) of a checklist document, for editors. Made
 * from the schema that validates documents, so that both say the same; rules
 * that span several parts, such as unique ids, are checked by the server alone.
 *
 * @public
 */
export function checklistJsonSchema(): Json {
  const schema = z.toJSONSchema(checklistDocumentSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) !== factPredicate) return;
      for (const key of Object.keys(jsonSchema)) {
        delete (jsonSchema as Json)[key];
      }
      Object.assign(jsonSchema, { $ref: '#/$defs/predicate' });
    },
  }) as Json;
  return {
    ...schema,
    title: 'Production readiness checklist',
    $defs: { ...(schema.$defs as Json), predicate: PREDICATE },
  };
}
