import type { Connection } from './connection.ts';

/** The store's time zone; it is set once when the store is made. */
export const timeZoneOf = (connection: Connection): string =>
  connection.prepare<[], string>('SELECT timeZone FROM store').pluck(true).get() ?? 'Asia/Shanghai';
