/** Said before anything is read; the host holds to them again (issue: caps). */
export const mostBytes = 100 * 1024 * 1024;
const kinds = ['xlsx', 'xls', 'csv', 'txt'];

export type FileRefusal = 'file-empty' | 'file-too-large' | 'file-wrong-kind';

/** Why a file is not even sent, null where it may be tried. */
export const refuseFile = (file: { readonly name: string; readonly size: number }): FileRefusal | null => {
  const kind = /\.([^.\\/]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (!kinds.includes(kind)) return 'file-wrong-kind';
  if (file.size === 0) return 'file-empty';
  return file.size > mostBytes ? 'file-too-large' : null;
};

/** What the file dialog offers. */
export const acceptedKinds = kinds.map((kind) => `.${kind}`).join(',');
