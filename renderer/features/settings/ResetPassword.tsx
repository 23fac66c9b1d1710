import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { errorText, fieldErrors } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { passwordProblem } from '../session/newPassword.ts';
import { PasswordInput } from '../session/PasswordInput.tsx';

export interface ResetPasswordProps {
  readonly row: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly onClose: () => void;
}

/** A new password for somebody who forgot theirs. */
export const ResetPassword = ({ row, onClose }: ResetPasswordProps) => {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const save = useSave(api.staff.resetPassword, {
    onDone: () => {
      notify(t('settings.staff.resetDone', { name: row.displayName }), { tone: 'green' });
      onClose();
    },
  });
  const weak = passwordProblem(password, row.name, t);
  const wrong = fieldErrors(save.error, t)['password'] ?? (save.error ? errorText(save.error, t) : undefined);
  const missing = tried && !password ? t('errors.field.required') : undefined;
  const submit = (): void => {
    setTried(true);
    if (password && !weak) save.mutate({ id: row.id, password });
  };
  return (
    <FormDialog
      title={t('settings.staff.resetTitle', { name: row.displayName })}
      save={t('settings.staff.reset')}
      busy={save.isPending}
      width={400}
      onSave={submit}
      onClose={onClose}
    >
      <FormField
        label={t('settings.staff.newPassword')}
        help={t('settings.staff.passwordHelp')}
        error={wrong ?? weak ?? missing}
        required
      >
        <PasswordInput
          size="middle"
          name="reset-password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      </FormField>
    </FormDialog>
  );
};
