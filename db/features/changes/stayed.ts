import type { z } from 'zod';
import type { stayed } from '../../contract/changes.ts';

/** What an undo leaves as it is now, because it changed since. */
export type Stayed = z.output<typeof stayed>;
