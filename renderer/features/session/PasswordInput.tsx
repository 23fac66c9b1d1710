import { Input } from 'antd';
import type { FieldControlProps } from '../../ui/FormField.tsx';

export interface PasswordInputProps extends FieldControlProps {
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size?: 'middle' | 'large';
}

/** A password, which one may look at. */
export const PasswordInput = ({ onChange, size = 'large', ...rest }: PasswordInputProps) => (
  <Input.Password {...rest} size={size} maxLength={200} onChange={(event) => onChange(event.target.value)} />
);
