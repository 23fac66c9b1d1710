import { join } from 'node:path';

/** Where the bytes of an attachment lie: under their own digest, so that no name that anybody gave is ever a path. */
export const attachmentFileOf = (dataDir: string, digest: string): string =>
  join(dataDir, 'attachments', digest.slice(0, 2), digest);
