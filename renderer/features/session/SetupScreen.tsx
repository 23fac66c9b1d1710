import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { errorText, fieldErrors } from '../../lib/errors.ts';
import { sessionQuery } from '../../lib/session.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DoorPage } from './DoorPage.tsx';
import { passwordProblem } from './newPassword.ts';
import { PasswordInput } from './PasswordInput.tsx';

const empty = { storeName: '', city: '', admin: '', password: '', again: '' };

/** The first run: the store and its administrator. */
const SetupScreen = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);
  const setup = useMutation({
    mutationFn: () =>
      api.session.setup({
        storeName: form.storeName.trim(),
        city: form.city.trim(),
        admin: form.admin.trim(),
        password: form.password,
      }),
    onSuccess: () => client.invalidateQueries(sessionQuery()),
  });

  const refused = fieldErrors(setup.error, t);
  const missing = (value: string): string | undefined =>
    tried && !value.trim() ? t('errors.field.required') : undefined;
  const weak = passwordProblem(form.password, form.admin, t);
  const differs = form.again !== '' && form.again !== form.password;
  const complete = Boolean(form.storeName.trim() && form.admin.trim() && form.password && form.again);
  const set = (field: keyof typeof empty) => (value: string) => {
    setForm({ ...form, [field]: value });
    if (setup.error) setup.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (complete && !weak && !differs) setup.mutate();
  };

  return (
    <DoorPage title={t('session.setup.title')}>
      <p className="quiet">{t('session.setup.intro')}</p>
      <form className="door-form two" onSubmit={submit} noValidate>
        <FormField
          className="wide"
          label={t('session.setup.store')}
          help={t('session.setup.storeHelp')}
          error={refused['storeName'] ?? missing(form.storeName)}
          required
        >
          <TextInput name="storeName" autoFocus value={form.storeName} onChange={set('storeName')} maxLength={60} />
        </FormField>
        <FormField label={t('session.setup.city')} help={t('session.setup.cityHelp')} error={refused['city']}>
          <TextInput name="city" value={form.city} onChange={set('city')} maxLength={40} />
        </FormField>
        <FormField
          label={t('session.setup.admin')}
          help={t('session.setup.adminHelp')}
          error={refused['admin'] ?? missing(form.admin)}
          required
        >
          <TextInput name="admin" autoComplete="username" value={form.admin} onChange={set('admin')} maxLength={30} />
        </FormField>
        <FormField
          label={t('session.setup.password')}
          help={t('session.setup.passwordHelp')}
          error={refused['password'] ?? weak ?? missing(form.password)}
          required
        >
          <PasswordInput
            size="middle"
            name="password"
            autoComplete="new-password"
            value={form.password}
            onChange={set('password')}
          />
        </FormField>
        <FormField
          label={t('session.setup.again')}
          error={differs ? t('session.setup.differs') : missing(form.again)}
          required
        >
          <PasswordInput
            size="middle"
            name="again"
            autoComplete="new-password"
            value={form.again}
            onChange={set('again')}
          />
        </FormField>
        {setup.error !== null && Object.keys(refused).length === 0 && (
          <p className="form-field-error wide" role="alert">
            {errorText(setup.error, t)}
          </p>
        )}
        <Button className="wide" type="primary" size="large" htmlType="submit" loading={setup.isPending}>
          {t('session.setup.start')}
        </Button>
      </form>
    </DoorPage>
  );
};

export default SetupScreen;
