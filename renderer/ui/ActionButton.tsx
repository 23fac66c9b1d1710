import { Button, type ButtonProps } from 'antd';
import { KeyHint } from './KeyHint.tsx';

export interface ActionButtonProps extends Omit<ButtonProps, 'children'> {
  readonly label: string;
  /** shown on the button; the key itself is bound by `useHotkeys` or a command */
  readonly keys?: string;
}

/** A button that names its key: 新建客户 [Alt N]. */
export const ActionButton = ({ label, keys, ...rest }: ActionButtonProps) => (
  <Button {...rest} {...(keys ? { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') } : {})}>
    {label}
    {keys && <KeyHint keys={keys} />}
  </Button>
);
