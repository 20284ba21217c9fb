import { z } from 'zod';
import { RouteDefinition, takesBody } from './route';

type Json = Record<string, unknown>;

const ERROR_SCHEMA: Json = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message', 'code'],
      properties: {
        name: { type: 'string' },
        message: {
          type: 'string',
          description: 'What was wrong, where, and what to do',
        },
        code: { type: 'string', description: 'Stable, for programs' },
        field: { type: 'string', description: 'Path of the offending input' },
        details: { type: 'object' },
      },
    },
  },
};

/**
 * The OpenAPI 3.1 document of a set of routes, made from the same schemas
 * that validate requests.
 *
 * @public
 */
export function createOpenApiDocument(
  routes: Record<string, RouteDefinition>,
  version: string,
): Json {
  const paths: Record<string, Json> = {};
  for (const route of Object.values(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Production readiness',
      version,
      description:
        'Checklists, SLO ownership and toil of Backstage catalog entities',
    },
    paths,
    components: { schemas: { Error: ERROR_SCHEMA } },
  };
}

function operationOf(route: RouteDefinition): Json {
  const parameters = [
    ...parametersOf('path', route.params),
    ...parametersOf('query', route.query),
  ];
  if (route.ifMatch) {
    parameters.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      description:
        'The version that is edited, in quotes; "0" for what does not exist yet',
      schema: { type: 'string' },
    });
  }
  if (route.idempotencyKey) {
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same for every try of one action',
      schema: { type: 'string', minLength: 8, maxLength: 200 },
    });
  }
  return {
    operationId: route.operationId,
    summary: route.summary,
    description:
      route.callers === 'user'
        ? 'For people; services are refused.'
        : 'For people and for other backend plugins.',
    parameters,
    ...(takesBody(route) && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: jsonSchema(route.body, 'input') },
        },
      },
    }),
    ...(route.upload && {
      requestBody: {
        required: true,
        description: `The file itself, at most ${route.bodyLimit}`,
        content: { 'application/octet-stream': {} },
      },
    }),
    responses: {
      [route.status]:
        route.status === 204
          ? { description: 'Done' }
          : {
              description: 'Success',
              content: {
                [route.produces ?? 'application/json']: {
                  schema: jsonSchema(route.response, 'output'),
                },
              },
            },
      default: {
        description: 'What was wrong',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    },
  };
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType): Json[] {
  const object = jsonSchema(schema, 'input');
  const required = (object.required ?? []) as string[];
  return Object.entries((object.properties ?? {}) as Json).map(
    ([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: property,
    }),
  );
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  }) as Json;
  return rest;
}
