import type { Contract } from '../../contract/index.ts';
import type { Internal } from '../../contract/internal.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { find } from './find.ts';
import { list } from './list.ts';
import { needed } from './needed.ts';
import { record } from './record.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';

/** `attachments.add` runs in the host, which has the uploaded file. */
export const attachments = { list, remove, restore } satisfies HandlersOf<Omit<Contract['attachments'], 'add'>>;

/** What the host asks on its way. */
export const attachmentFiles = { record, find, needed } satisfies HandlersOf<Internal['attachments']>;
