/** 812 kB · 3.4 MB: how large a file is, the same in both languages. */
export const bytesWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
