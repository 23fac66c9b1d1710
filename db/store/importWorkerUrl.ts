import { workerUrl } from './workerUrl.ts';

/** The thread that parses and stages import files; see importProtocol.ts for what it is told and answers. */
export const importWorkerUrl = workerUrl(import.meta.url, 'importWorker');
