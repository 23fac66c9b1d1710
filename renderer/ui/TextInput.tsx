import { Input, type InputProps } from 'antd';
import type { FieldControlProps } from './FormField.tsx';

export interface TextInputProps
  extends Omit<InputProps, 'onChange' | 'value' | 'status' | keyof FieldControlProps>,
    FieldControlProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text, by value; no browser suggestions over it, for desks are shared. */
export const TextInput = ({ onChange, ...rest }: TextInputProps) => (
  <Input autoComplete="off" {...rest} onChange={(event) => onChange(event.target.value)} />
);
