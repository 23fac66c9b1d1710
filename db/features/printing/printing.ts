import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { cards, queue } from './cards.ts';
import { log } from './log.ts';
import { printers, removePrinter, savePrinter } from './printers.ts';
import { record } from './record.ts';
import { resetTemplate, saveTemplate, templates } from './templates.ts';

export const printing = {
  templates,
  saveTemplate,
  resetTemplate,
  cards,
  queue,
  printers,
  savePrinter,
  removePrinter,
  record,
  log,
} satisfies HandlersOf<Contract['printing']>;
