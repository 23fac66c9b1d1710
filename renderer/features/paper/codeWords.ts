/** 203 6188: as it stands below the bars. */
export const codeWords = (code: string): string => code.replace(/^(\d{3})/, '$1 ');
