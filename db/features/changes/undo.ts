import type { ChangeKind } from '../../contract/changes.ts';
import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import type { Actor } from '../../store/types.ts';
import { undoMerge } from '../duplicates/undoMerge.ts';
import { undoHandover } from '../handover/undoHandover.ts';
import { undo as undoImport } from '../imports/undo.ts';
import { undoTaskRule } from '../taskRules/undo.ts';
import { markUndone } from './history.ts';
import { allowedFor, undoableKinds } from './kinds.ts';
import type { Stayed } from './stayed.ts';
import { undoRows } from './undoRows.ts';

interface Command {
  readonly seq: number;
  readonly action: string;
  readonly actor: string;
  readonly entity: string | null;
  readonly entityId: string | null;
}

const refuseOthers = (command: Command, actor: Actor): void => {
  if (actor.kind === 'cli' || actor.kind === 'system') return;
  const allowed = allowedFor(command.action);
  const manages = actor.role === 'manager' || actor.role === 'admin';
  const may = allowed !== 'open' && allowed.includes(actor.role);
  if (!may || (command.actor !== actor.id && !manages)) throw new CareError('FORBIDDEN', { reason: 'undo-not-yours' });
};

const run = async (
  db: WriteDb,
  kind: ChangeKind,
  command: Command,
  ctx: CommandContext,
): Promise<{ restored: number; stayed: Stayed[] }> => {
  switch (kind) {
    case 'merge':
      return undoMerge(db, command.seq, ctx);
    case 'handover':
      return undoHandover(db, command.seq, ctx);
    case 'import': {
      const { removed, restored } = await undoImport(db, { importId: command.entityId ?? '' }, ctx);
      return { restored: removed + restored, stayed: [] };
    }
    case 'taskRule':
      return { restored: await undoTaskRule(db, command, ctx), stayed: [] };
    default:
      return { restored: await undoRows(db, command.seq, ctx), stayed: [] };
  }
};

/** Takes back one command (撤销). A command itself: on record, and tracked like any other. */
export const undo: CommandHandler<Contract['changes']['undo']> = async (db, input, ctx) => {
  const command = await db
    .selectFrom('auditLog')
    .select(['seq', 'action', 'actor', 'entity', 'entityId'])
    .where('seq', '=', input.command)
    .executeTakeFirst();
  const kind = command ? undoableKinds[command.action] : undefined;
  if (!command || !kind) throw new CareError('CONFLICT', { reason: 'undo-not-possible' });
  refuseOthers(command, ctx.actor);
  const undone = await db
    .selectFrom('undoneCommand')
    .select('command')
    .where('command', '=', command.seq)
    .executeTakeFirst();
  if (undone) throw new CareError('CONFLICT', { reason: 'undone-already' });
  // an import marks itself: it can be undone from its own list too
  if (kind !== 'import') await markUndone(db, command.seq, ctx.now());
  const done = await run(db, kind, command, ctx);
  if (command.entity && command.entityId) ctx.about(command.entity, command.entityId);
  return { kind, ...done };
};
