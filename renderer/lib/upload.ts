import { hostPort } from './hostPort.ts';
import { uploadOverHttp } from './uploadOverHttp.ts';
import { uploadOverPort } from './uploadOverPort.ts';

export interface UploadProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Sends a file as it is to the host, and gives its id.
 * @throws ORPCError as the host says it; CANCELLED after `signal`; TypeError where the host cannot be reached
 */
export const uploadFile = (
  file: File,
  onProgress: (progress: UploadProgress) => void,
  signal: AbortSignal,
): Promise<string> =>
  hostPort ? uploadOverPort(hostPort, file, onProgress, signal) : uploadOverHttp(file, onProgress, signal);
