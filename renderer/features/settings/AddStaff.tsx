import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../db/contract/entry.ts';
import { api, orpc } from '../../lib/api.ts';
import { errorText, fieldErrors } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { allRoles } from '../../lib/roles.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { passwordProblem } from '../session/newPassword.ts';
import { PasswordInput } from '../session/PasswordInput.tsx';

/** Somebody new at the desk. */
export const AddStaff = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [form, setForm] = useState({ name: '', displayName: '', password: '' });
  const [role, setRole] = useState<Role>('reception');
  const [tried, setTried] = useState(false);
  const save = useSave(api.staff.add, {
    stale: [orpc.staff.key()],
    onDone: () => {
      notify(t('settings.staff.added', { name: form.displayName.trim() || form.name.trim() }), { tone: 'green' });
      onClose();
    },
  });
  const wrong = fieldErrors(save.error, t);
  const weak = passwordProblem(form.password, form.name, t);
  const missing = (value: string): string | undefined =>
    tried && !value.trim() ? t('errors.field.required') : undefined;
  const submit = (): void => {
    setTried(true);
    if (!form.name.trim() || !form.password || weak) return;
    save.mutate({
      name: form.name.trim(),
      displayName: form.displayName.trim(),
      role,
      password: form.password,
    });
  };
  return (
    <FormDialog
      title={t('settings.staff.add')}
      save={t('common.add')}
      busy={save.isPending}
      failure={save.error !== null && Object.keys(wrong).length === 0 ? errorText(save.error, t) : null}
      width={440}
      onSave={submit}
      onClose={onClose}
    >
      <FormField label={t('settings.staff.name')} error={wrong['name'] ?? missing(form.name)} required>
        <TextInput autoFocus value={form.name} onChange={(name) => setForm({ ...form, name })} maxLength={30} />
      </FormField>
      <FormField label={t('settings.staff.displayName')} error={wrong['displayName']}>
        <TextInput
          value={form.displayName}
          onChange={(displayName) => setForm({ ...form, displayName })}
          maxLength={30}
        />
      </FormField>
      <FormField label={t('settings.staff.role')} help={t(`settings.staff.rights.${role}`)}>
        <Select<Role>
          value={role}
          options={allRoles.map((one) => ({ value: one, label: t(`common.role.${one}`) }))}
          onChange={setRole}
        />
      </FormField>
      <FormField
        label={t('settings.staff.password')}
        help={t('settings.staff.passwordHelp')}
        error={wrong['password'] ?? weak ?? missing(form.password)}
        required
      >
        <PasswordInput
          size="middle"
          name="new-staff-password"
          autoComplete="new-password"
          value={form.password}
          onChange={(password) => setForm({ ...form, password })}
        />
      </FormField>
    </FormDialog>
  );
};
