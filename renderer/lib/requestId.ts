/**
 * Id of one intended change. Made when a form opens and sent with every attempt, so that a second click or a retry after
 * a lost answer never changes anything twice.
 */
export const newRequestId = (): string => crypto.randomUUID();
