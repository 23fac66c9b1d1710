import { type ConsentPurpose, type ConsentState, type CustomerPage, consentPurposes } from './shapes.ts';

export interface ConsentSummary {
  readonly agreed: readonly ConsentPurpose[];
  /** refused or withdrawn: to us the same */
  readonly refused: readonly ConsentPurpose[];
}

/** The present state of one purpose; `unknown` where nobody has asked yet, which is no consent (consumer law art. 29). */
export const consentOf = (consents: CustomerPage['consents'], purpose: ConsentPurpose): ConsentState | 'unknown' => {
  let latest: CustomerPage['consents'][number] | undefined;
  for (const consent of consents) {
    if (consent.purpose === purpose && (!latest || consent.at >= latest.at)) latest = consent;
  }
  return latest?.state ?? 'unknown';
};

/** What the strip says: what this customer agreed to and what not, in a fixed order. */
export const consentSummary = (consents: CustomerPage['consents']): ConsentSummary => {
  const states = consentPurposes.map((purpose) => [purpose, consentOf(consents, purpose)] as const);
  return {
    agreed: states.filter(([, state]) => state === 'granted').map(([purpose]) => purpose),
    refused: states.filter(([, state]) => state === 'refused' || state === 'withdrawn').map(([purpose]) => purpose),
  };
};
