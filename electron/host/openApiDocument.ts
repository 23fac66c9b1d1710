import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../../db/contract/index.ts';
import { publicEntries } from './entries.ts';

const errorBody = {
  type: 'object',
  required: ['code', 'message', 'data', 'traceId'],
  properties: {
    code: { type: 'string' },
    message: { type: 'string' },
    data: {
      type: 'object',
      properties: {
        reason: { type: 'string' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'reason'],
            properties: { path: { type: 'string' }, reason: { type: 'string' } },
          },
        },
        current: {},
        values: { type: 'object' },
      },
    },
    traceId: { type: 'string' },
  },
};

const error = {
  description: 'refused',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};
const uploadId = {
  type: 'object',
  required: ['uploadId', 'bytes'],
  properties: { uploadId: { type: 'string', format: 'uuid' }, bytes: { type: 'integer' } },
};

/** What is no call of the contract: files, the change stream, health. */
const beside = {
  '/files': {
    post: {
      operationId: 'files.upload',
      summary: 'Upload a file, its bytes as the body (at most 100 MB); the uploadId goes to imports.stage',
      tags: ['files'],
      parameters: [
        {
          name: 'name',
          in: 'query',
          required: false,
          schema: { type: 'string' },
          description: 'a label, never a path',
        },
      ],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } },
      responses: {
        200: { description: 'received', content: { 'application/json': { schema: uploadId } } },
        default: error,
      },
    },
  },
  '/imports/{importId}/errors.csv': {
    get: {
      operationId: 'imports.errorFile',
      summary: 'The refused rows with the reason beside each, to be mended and imported again',
      tags: ['imports'],
      parameters: [{ name: 'importId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      responses: {
        200: { description: 'CSV, UTF-8', content: { 'text/csv': { schema: { type: 'string' } } } },
        default: error,
      },
    },
  },
  '/events': {
    get: {
      operationId: 'events.stream',
      summary: 'What changed, as server-sent events',
      tags: ['events'],
      responses: {
        200: {
          description: 'a stream of desk events',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        default: error,
      },
    },
  },
  '/health': {
    get: {
      operationId: 'health',
      summary: 'Whether the service and its store are well',
      tags: ['health'],
      security: [],
      responses: {
        200: { description: 'well', content: { 'application/json': { schema: { type: 'object' } } } },
        503: error,
      },
    },
  },
};

/** The REST interface as OpenAPI 3.1, made from the contract alone. */
export const openApiDocument = async (version: string): Promise<unknown> => {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: 'CareDesk 关怀台',
      version,
      description:
        'Customer care of a car dealership. Queries are GET, commands POST. Errors are {code, message, data, traceId}.',
    },
    servers: [{ url: '/api' }],
    security: [{ cookie: [] }, { bearer: [] }],
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'caredesk_STOREID', description: 'set by session.login' },
        bearer: { type: 'http', scheme: 'bearer', description: 'a token made in settings' },
      },
    },
    customErrorResponseBodySchema: () => ({ $ref: '#/components/schemas/Error' }),
  });
  for (const { feature, verb, name, meta } of publicEntries) {
    const operation = document.paths?.[`/${feature}/${verb}`]?.[meta.kind === 'query' ? 'get' : 'post'];
    if (!operation) throw new Error(`${name} is missing from the OpenAPI document`);
    operation.operationId = name;
    operation.tags = [feature];
    operation.description = meta.allowed === 'open' ? 'Open before log-in.' : `Roles: ${meta.allowed.join(', ')}.`;
    if (meta.allowed === 'open') operation.security = [];
  }
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, Error: errorBody } },
    paths: { ...document.paths, ...beside },
  };
};
