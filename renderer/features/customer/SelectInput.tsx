import type { FieldControlProps } from '../../ui/FormField.tsx';
import css from './inputs.module.css';

export interface SelectInputProps<V extends string> extends FieldControlProps {
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly (readonly [value: V, label: string])[];
  readonly 'aria-label'?: string;
}

/** The browser's own list: opens by key, finds by first letter, and every screen reader knows it. */
export const SelectInput = <V extends string>({
  value,
  onChange,
  options,
  status: _tone,
  ...aria
}: SelectInputProps<V>) => (
  <select
    {...aria}
    className={css['select']}
    value={value}
    onChange={(event) => {
      const chosen = options.find(([option]) => option === event.target.value);
      if (chosen) onChange(chosen[0]);
    }}
  >
    {options.map(([option, label]) => (
      <option key={option} value={option}>
        {label}
      </option>
    ))}
  </select>
);
