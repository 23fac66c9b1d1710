import { CareError } from '../../db/contract/errors.ts';

/** What the disk said, in our codes; anything else as it is. */
export const careErrorOfDisk = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CareError('DISK_FULL', { reason: 'disk-full' });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new CareError('DB_READONLY', { reason: 'folder-not-writable' });
    default:
      return error;
  }
};
