import { type PastedLine, readPastedLine } from '../../../db/domain/pasteLine.ts';
import { kindOfName } from '../../../db/domain/personName.ts';
import { formatPhone } from '../../../db/domain/phone.ts';
import type { CustomerDraft } from './customerDraft.ts';
import { plateText } from './plateText.ts';
import { withResidentId } from './withResidentId.ts';

/** What a paste can fill, in the order in which it is told. */
export type PastedField = 'name' | 'mobile' | 'plate' | 'vin' | 'residentId';

export interface Pasted {
  readonly draft: CustomerDraft;
  readonly filled: readonly PastedField[];
}

const fieldsIn = (line: PastedLine): readonly PastedField[] => [
  ...(line.name ? (['name'] as const) : []),
  ...(line.phones.length > 0 ? (['mobile'] as const) : []),
  ...(line.plate ? (['plate'] as const) : []),
  ...(line.vin ? (['vin'] as const) : []),
  ...(line.residentId ? (['residentId'] as const) : []),
];

/**
 * `京A·12345 138 0013 8000 王伟` pasted into one field fills the fields that it speaks of. Null where the text is nothing but
 * what belongs into `field` itself: then the browser pastes as ever. What belongs nowhere goes to the note, so nothing is lost.
 */
export const pasteIntoDraft = (text: string, field: PastedField | null, draft: CustomerDraft): Pasted | null => {
  const line = readPastedLine(text);
  const filled = fieldsIn(line);
  if (filled.length === 0 || (filled.length === 1 && filled[0] === field)) return null;
  // One thing that only looks like another field's (a company's name in the plate box) is worth filling; a lone name in a
  // long sentence is not.
  if (filled.length === 1 && line.rest !== '') return null;
  const kind = line.name ? kindOfName(line.name) : draft.kind;
  const [first, ...more] = line.phones.map((number) => ({ number: formatPhone(number), label: 'mobile' as const }));
  const kept = draft.phones.slice(1).filter((phone) => phone.number.trim() !== '');
  const next: CustomerDraft = {
    ...draft,
    kind,
    ...(line.name ? { name: line.name } : {}),
    ...(first ? { phones: [first, ...more, ...kept].slice(0, 8) } : {}),
    vehicle: {
      ...draft.vehicle,
      ...(line.plate ? { plate: plateText(line.plate) } : {}),
      ...(line.vin ? { vin: line.vin } : {}),
    },
    note: line.rest === '' ? draft.note : [draft.note, line.rest].filter(Boolean).join('\n'),
  };
  return { draft: line.residentId ? withResidentId(next, line.residentId) : next, filled };
};

/** What was typed in the one box and found nobody: as much of it as can be told goes to its field, the rest is a name. */
export const fillFromText = (text: string, draft: CustomerDraft): CustomerDraft => {
  const typed = text.trim();
  if (typed === '') return draft;
  const pasted = pasteIntoDraft(typed, null, draft);
  if (pasted) return pasted.draft;
  if (/^[\d\s+()-]+$/.test(typed))
    return { ...draft, phones: [{ number: typed, label: 'mobile' }, ...draft.phones.slice(1)] };
  return { ...draft, name: typed, kind: kindOfName(typed) };
};
