import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ConfirmButtonProps {
  /** one sentence: what happens, and that it cannot be taken back */
  readonly question: string;
  /** the word on the button that does it: 停用, 作废 */
  readonly yes: string;
  readonly onConfirm: () => void | Promise<void>;
  readonly danger?: boolean;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A button for what cannot be undone: asks in its own place, Esc or 取消 takes the question back. */
export const ConfirmButton = ({
  question,
  yes,
  onConfirm,
  danger = true,
  size = 'middle',
  disabled = false,
  children,
}: ConfirmButtonProps) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  if (!asking) {
    return (
      <Button size={size} disabled={disabled} onClick={() => setAsking(true)}>
        {children}
      </Button>
    );
  }
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be styled and read as a form
    <span
      className="confirm-bar"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <span>{question}</span>
      <Button size={size} type="primary" danger={danger} loading={busy} autoFocus onClick={() => void confirm()}>
        {yes}
      </Button>
      <Button size={size} onClick={() => setAsking(false)}>
        {t('common.cancel')}
      </Button>
    </span>
  );
};
