/** True for what stands in the QR code of a statement (db/domain/points/statementProof.ts), whole or not. */
export const isStatementProof = (text: string): boolean => /^CDS\d+\./i.test(text.trim());
