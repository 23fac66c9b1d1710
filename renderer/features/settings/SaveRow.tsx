import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';

export interface SaveRowProps {
  readonly changed: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  readonly onReset: () => void;
  /** false: may look, not change */
  readonly may: boolean;
  /** who may, in words, where it is not administrators alone */
  readonly who?: string;
  /** 撤销 is offered; as `changed` where left out */
  readonly resets?: boolean;
  /** other things to do with what is typed */
  readonly more?: ReactNode;
}

/** 保存 [Ctrl S] and 撤销 under a form of settings, and what went wrong. */
export const SaveRow = ({ changed, busy, error, onSave, onReset, may, who, resets = changed, more }: SaveRowProps) => {
  const { t } = useTranslation();
  useHotkeys({ 'Ctrl+S': () => changed && onSave() }, { enabled: may });
  if (!may) return <p className="quiet small">{who ?? t('settings.adminOnly')}</p>;
  return (
    <>
      {error !== null && error !== undefined && (
        <p className="form-field-error" role="alert">
          {errorText(error, t)}
        </p>
      )}
      <div className="settings-actions">
        <ActionButton
          type="primary"
          label={t('common.save')}
          keys="Ctrl+S"
          disabled={!changed}
          loading={busy}
          onClick={onSave}
        />
        {more}
        {resets && <ActionButton label={t('common.undo')} onClick={onReset} />}
      </div>
    </>
  );
};
