/** Path separators, a drive's colon, control characters, and what turns the direction of reading: `…gpj.exe` must not look like `.jpg`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are what is refused
const unfit = /[\\/:\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Whether a file can be kept under this name: a label that people read, never a path. */
export const isFileName = (name: string): boolean =>
  name.isWellFormed() && !unfit.test(name) && !/^[.\s]*$/.test(name) && !/[.\s]$/.test(name);

/** `jpg` of `照片.JPG`; empty where it has none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
