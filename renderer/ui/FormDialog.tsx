import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../lib/hotkeys.ts';

export interface FormDialogProps {
  readonly title: string;
  /** what the button says that saves */
  readonly save: string;
  readonly busy: boolean;
  /** nothing can be saved as things are */
  readonly disabled?: boolean;
  /** why the last attempt failed, in words, where no field of the form says it */
  readonly failure?: string | null;
  /** pixels */
  readonly width: number;
  readonly children: ReactNode;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** A short form in the middle of the screen; Ctrl+S saves, a click beside it does not throw away what was typed. */
export const FormDialog = ({
  title,
  save,
  busy,
  disabled = false,
  failure = null,
  width,
  children,
  onSave,
  onClose,
}: FormDialogProps) => {
  const { t } = useTranslation();
  useHotkeys({ 'Ctrl+S': onSave }, { inDialog: true });
  return (
    <Modal
      open
      title={title}
      okText={save}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled }}
      onOk={onSave}
      onCancel={onClose}
      mask={{ closable: false }}
      width={width}
    >
      <div className="dialog-form">
        {children}
        {failure !== null && (
          <p className="form-field-error" role="alert">
            {failure}
          </p>
        )}
      </div>
    </Modal>
  );
};
