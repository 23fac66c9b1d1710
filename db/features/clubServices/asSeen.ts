import { CareError } from '../../contract/errors.ts';

interface Job {
  readonly version: number;
  readonly endedAt: number | null;
}

/**
 * A job as the desk that acts on it saw it, and not ended: what has ended stays as it is, unless that is undone.
 *
 * @throws CareError CONFLICT `changed-meanwhile` or the given reason, with the row as it stands
 */
export const refuseStale = <Row extends Job>(row: Row, version: number, ended: string): Row => {
  if (row.version !== version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile', current: row });
  if (row.endedAt !== null) throw new CareError('CONFLICT', { reason: ended, current: row });
  return row;
};
