/**
 * The desk's clock, UTC ms: for what is proposed or warned of while one types, and for what is shown ahead of the store's answer.
 * What counts is timed by the store.
 */
export const clockNow = (): number => Date.now();
