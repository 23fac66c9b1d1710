import { workerUrl } from './workerUrl.ts';

/** The thread that writes one list into a file; see exportWorker.ts. */
export const exportWorkerUrl = workerUrl(import.meta.url, 'exportWorker');
