type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface FieldBefore {
  readonly field: Field;
  readonly value: string;
}

/** The field that a scanner's keys would go into, as it is before the first of them. */
export const fieldBefore = (target: EventTarget | null): FieldBefore | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    ? { field: target, value: target.value }
    : null;

const prototypes = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement] as const;

const setValue = (field: Field, value: string): void => {
  const kind = prototypes.find((prototype) => field instanceof prototype);
  // React hears only of values that went past its own setter
  if (kind) Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
};

/**
 * Takes a scanner's keys out of the field again. An input method that is composing ends by the loss of the focus, and may hand over
 * what it made of the keys only then: so it is looked at once more.
 */
export const restoreField = ({ field, value }: FieldBefore): void => {
  field.blur();
  const restore = (): void => {
    if (field.isConnected && field.value !== value) setValue(field, value);
  };
  restore();
  setTimeout(restore);
};
