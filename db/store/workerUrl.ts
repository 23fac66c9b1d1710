/**
 * Where a worker thread's code lies: `NAME.js` beside the bundle when this runs from `build/out/host` (every chunk lies in that one
 * folder), else `NAME.ts` beside the calling source file. Call it from the folder that holds the worker: `workerUrl(import.meta.url, 'storeThread')`.
 */
export function workerUrl(callerUrl: string, name: string): URL {
  return new URL(`./${name}${callerUrl.endsWith('.js') ? '.js' : '.ts'}`, callerUrl);
}
