import type { z } from 'zod';
import type { EntryMeta } from '../contract/entry.ts';
import { CareError, type FieldProblem } from '../contract/errors.ts';
import { contract } from '../contract/index.ts';
import { internal } from '../contract/internal.ts';
import { handlers, internalHandlers } from '../features/index.ts';
import type { BulkCommand } from './bulkCommand.ts';
import type { CommandContext, PrepareContext, QueryContext, ReadDb, WriteDb } from './handler.ts';
import { applyStaged } from './imports/apply.ts';
import { lapsePoints } from './lapsePoints.ts';

interface Definition {
  readonly meta: EntryMeta;
  readonly inputSchema?: z.ZodType;
}

const bulkCommands: Readonly<Record<string, BulkCommand>> = {
  'staged.apply': (access, input, ctx) => applyStaged(access, (input as { importId: string }).importId, ctx),
  'points.lapse': (access, _input, ctx) => lapsePoints(access.connection, ctx),
};

/** An entry of the contract with its handler, forgetting the types that the compiler already checked. */
export interface StoreEntry {
  readonly name: string;
  readonly meta: EntryMeta;
  readonly internal: boolean;
  readonly input: z.ZodType | undefined;
  readonly query?: (db: ReadDb, input: unknown, ctx: QueryContext) => Promise<unknown>;
  readonly command?: (db: WriteDb, input: unknown, ctx: CommandContext) => Promise<unknown>;
  /** Raw statements for a file of 100,000 rows; runs in the command's transaction like any other. */
  readonly bulk?: BulkCommand;
  readonly prepare?: (input: unknown, ctx: PrepareContext) => Promise<unknown>;
}

type Tree = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const isPrepared = (value: unknown): value is { prepare: StoreEntry['prepare']; run: StoreEntry['command'] } =>
  typeof value === 'object' && value !== null && 'prepare' in value && 'run' in value;

const collect = (contracts: Tree, made: Tree, isInternal: boolean): StoreEntry[] => {
  const found: StoreEntry[] = [];
  for (const [feature, verbs] of Object.entries(contracts)) {
    for (const [verb, entry] of Object.entries(verbs)) {
      const definition = (entry as { '~orpc': Definition })['~orpc'];
      const handler = made[feature]?.[verb];
      if (definition.meta.runsIn === 'host') continue;
      const shared = {
        name: `${feature}.${verb}`,
        meta: definition.meta,
        internal: isInternal,
        input: definition.inputSchema,
      };
      const bulk = bulkCommands[shared.name];
      if (bulk) {
        found.push({ ...shared, bulk });
      } else if (definition.meta.kind === 'query') {
        found.push({ ...shared, query: handler as NonNullable<StoreEntry['query']> });
      } else if (isPrepared(handler)) {
        const { prepare, run } = handler;
        found.push({ ...shared, ...(prepare ? { prepare } : {}), ...(run ? { command: run } : {}) });
      } else {
        found.push({ ...shared, command: handler as NonNullable<StoreEntry['command']> });
      }
    }
  }
  return found;
};

/** Every entry that a store thread can run, by name. */
export const entries: ReadonlyMap<string, StoreEntry> = new Map(
  [
    ...collect(contract as Tree, handlers as Tree, false),
    ...collect(internal as Tree, internalHandlers as Tree, true),
  ].map((entry) => [entry.name, entry]),
);

/** zod's issues as field paths with a reason: our own kebab-case message where the schema gave one, else zod's code. */
const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.'),
    reason: /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : issue.code.replaceAll('_', '-'),
  }));

/** @throws CareError VALIDATION with the fields that cannot be taken */
export const parseInput = (entry: StoreEntry, input: unknown): unknown => {
  if (!entry.input) return input;
  const result = entry.input.safeParse(input ?? {});
  if (!result.success) throw new CareError('VALIDATION', { fields: fieldProblems(result.error) });
  return result.data;
};
