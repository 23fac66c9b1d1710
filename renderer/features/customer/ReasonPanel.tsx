import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SaveFoot } from './SaveFoot.tsx';
import { SidePanel } from './SidePanel.tsx';
import css from './sidePanel.module.css';

export interface ReasonPanelProps {
  readonly title: string;
  readonly sub: string;
  /** one sentence: what happens, what stays */
  readonly text?: string;
  /** reasons that are given again and again, a key or click each */
  readonly usual?: readonly string[];
  /** the field's name, an example in it, and what is said where it is empty */
  readonly label?: string;
  readonly hint?: string;
  readonly required?: string;
  readonly save: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** what else the form asks for; `blocked` where it is not filled in */
  readonly before?: ReactNode;
  readonly blocked?: boolean;
  readonly onClose: () => void;
  readonly onSave: (reason: string) => void;
}

/** Something that wants a reason on record (冻结, 挂失, 补卡, 退会, 取消预约, 作废 …). */
export const ReasonPanel = ({
  title,
  sub,
  text,
  usual = [],
  label,
  hint,
  required,
  save,
  busy,
  error,
  before,
  blocked = false,
  onClose,
  onSave,
}: ReasonPanelProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (!missing && !blocked && !busy) onSave(reason.trim());
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  return (
    <SidePanel
      title={title}
      sub={sub}
      onClose={onClose}
      foot={
        <SaveFoot
          label={save}
          busy={busy}
          error={error}
          blocked={asked ? Number(missing) + Number(blocked) : 0}
          onSave={submit}
        />
      }
    >
      {text && <p className={css['near']}>{text}</p>}
      {before && <div className={css['near']}>{before}</div>}
      <div data-first>
        <FormField
          label={label ?? t('members.reason.label')}
          required
          {...(asked && missing ? { error: required ?? t('errors.field.required') } : {})}
        >
          <TextInput
            value={reason}
            maxLength={200}
            {...(hint ? { placeholder: hint } : {})}
            onChange={setReason}
            onPressEnter={submit}
          />
        </FormField>
      </div>
      {usual.length > 0 && (
        <div className={css['near']}>
          <ChipGroup label={t('members.reason.usual')}>
            {usual.map((one) => (
              <Chip key={one} pressed={reason === one} onPress={() => setReason(one)}>
                {one}
              </Chip>
            ))}
          </ChipGroup>
        </div>
      )}
    </SidePanel>
  );
};
