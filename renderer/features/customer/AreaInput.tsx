import type { FieldControlProps } from '../../ui/FormField.tsx';
import css from './inputs.module.css';

export interface AreaInputProps extends FieldControlProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
}

/** Several lines of text. */
export const AreaInput = ({ value, onChange, rows = 3, status: _tone, ...rest }: AreaInputProps) => (
  <textarea
    {...rest}
    className={css['area']}
    rows={rows}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
