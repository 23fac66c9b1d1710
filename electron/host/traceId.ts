import { randomBytes } from 'node:crypto';

/** Names one call in an error that a person can read out and in the log. */
export const newTraceId = (): string => randomBytes(6).toString('hex');
