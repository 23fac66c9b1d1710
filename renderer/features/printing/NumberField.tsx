import { useState } from 'react';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { millimetres, readMillimetres } from './millimetres.ts';

export interface NumberFieldProps {
  readonly label: string;
  /** thousandths of a millimetre */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** Millimetres as typed; what cannot be is drawn to what can, once the field is left. ↑ ↓ change by a tenth. */
export const NumberField = ({ label, value, least, most, onChange }: NumberFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const set = (um: number): void => onChange(Math.max(least, Math.min(most, um)));
  return (
    <FormField label={label}>
      <TextInput
        value={typed ?? millimetres(value)}
        inputMode="decimal"
        onChange={(text) => {
          setTyped(text);
          const um = readMillimetres(text);
          if (um !== null && um >= least && um <= most) onChange(um);
        }}
        onBlur={() => {
          const um = typed === null ? null : readMillimetres(typed);
          if (um !== null) set(um);
          setTyped(null);
        }}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? 100 : event.key === 'ArrowDown' ? -100 : 0;
          if (by === 0) return;
          event.preventDefault();
          setTyped(null);
          set(value + (event.shiftKey ? 10 * by : by));
        }}
      />
    </FormField>
  );
};
