import { join } from 'node:path';

/** Where the program's parts lie. What threads, other processes or many reads open is kept outside the archive (electron-builder.yml). */
export const programFiles = (mainFolder: string) => {
  const part = (...path: string[]): string => join(mainFolder, '..', ...path);
  const outside = (path: string): string => path.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
  return {
    preload: part('preload', 'preload.cjs'),
    host: outside(part('host', 'utility.js')),
    pages: outside(part('renderer')),
    icon: part('..', 'icons', 'icon.png'),
  } as const;
};
