import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorStatus } from '../../db/contract/errors.ts';
import { publicEntries } from '../../electron/host/entries.ts';
import { type Served, serve } from './desk.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: string; schema: unknown }[];
  readonly requestBody?: { content: Readonly<Record<string, { schema: unknown }>> };
  readonly responses: Readonly<Record<string, { description: string; content?: unknown }>>;
  readonly security?: readonly unknown[];
}
interface Document {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let served: Served;
let document: Document;

beforeAll(async () => {
  served = await serve();
  document = await (await fetch(`${served.base}/api/openapi.json`)).json();
});
afterAll(() => served.close());

const references = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
};
const at = (pointer: string): unknown =>
  pointer
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );

describe('the OpenAPI document', () => {
  it('is 3.1 and names the program', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info.title).toContain('CareDesk');
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('has every entry: queries as GET with parameters, commands as POST with a body', () => {
    for (const { feature, verb, name, meta } of publicEntries) {
      const path = document.paths[`/${feature}/${verb}`];
      expect(Object.keys(path ?? {}), name).toEqual([meta.kind === 'query' ? 'get' : 'post']);
      const operation = path?.[meta.kind === 'query' ? 'get' : 'post'];
      expect(operation?.operationId).toBe(name);
      if (meta.kind === 'query') expect(operation?.requestBody, name).toBeUndefined();
      else expect(operation?.requestBody?.content['application/json'], name).toBeDefined();
      expect(operation?.responses['200']?.description, name).toBeTruthy();
      for (const status of new Set(Object.values(errorStatus)))
        expect(operation?.responses[String(status)], `${name} ${status}`).toBeDefined();
      expect(operation?.security, name).toEqual(meta.allowed === 'open' ? [] : undefined);
    }
  });

  it('has each operation once, and every reference leads somewhere', () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const all = references(document);
    expect(all.length).toBeGreaterThan(0);
    for (const reference of new Set(all)) expect(at(reference), reference).toBeDefined();
  });

  it('says what a search takes', () => {
    const parameters = document.paths['/customers/search']?.['get']?.parameters ?? [];
    expect(parameters.map((parameter) => [parameter.name, parameter.in])).toEqual([
      ['q', 'query'],
      ['limit', 'query'],
    ]);
  });
});
