import type { ParseKeys } from 'i18next';
import type { Relation } from './shapes.ts';

/** What the person named is to the customer whose page this is: seen from the key person's page, the other is their company. */
export const relationKey = ({ kind, inverse }: Relation): ParseKeys =>
  inverse && (kind === 'keyPerson' || kind === 'driver')
    ? `customer.relation.inverse.${kind}`
    : `customer.relation.kind.${kind}`;
