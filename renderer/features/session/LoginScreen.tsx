import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, api } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { sessionQuery } from '../../lib/session.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DoorPage } from './DoorPage.tsx';
import { PasswordInput } from './PasswordInput.tsx';

export type SessionState = Answer<typeof api.session.state>;

/** Name and password; on a sample store its accounts, one click each. */
const LoginScreen = ({ state }: { readonly state: SessionState }) => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const login = useLogin();

  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() && password) login.mutate({ name: name.trim(), password });
  };

  return (
    <DoorPage title={state.storeName || t('common.appName')}>
      <form className="door-form" onSubmit={submit} ref={form}>
        <FormField label={t('session.name')}>
          <TextInput size="large" name="name" autoComplete="username" value={name} onChange={setName} maxLength={30} />
        </FormField>
        <FormField label={t('session.password')}>
          <PasswordInput name="password" autoComplete="current-password" value={password} onChange={setPassword} />
        </FormField>
        {login.error !== null && (
          <p className="form-field-error" role="alert">
            {errorText(login.error, t)}
          </p>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={login.isPending} block>
          {t('session.login')}
        </Button>
        <p className="form-field-help">{t('session.loginHelp')}</p>
      </form>
      {state.demo && state.demoAccounts.length > 0 && (
        <div className="door-demo">
          <h2>{t('session.demo')}</h2>
          <ul>
            {state.demoAccounts.map((account) => (
              <li key={account.name}>
                <button
                  type="button"
                  disabled={login.isPending}
                  onClick={() => {
                    setName(account.name);
                    setPassword(account.password);
                    login.mutate({ name: account.name, password: account.password });
                  }}
                >
                  <strong>{account.displayName}</strong>
                  <span>{t(`common.role.${account.role}`)}</span>
                  <code>
                    {account.name} / {account.password}
                  </code>
                </button>
              </li>
            ))}
          </ul>
          <p className="form-field-help">{t('session.demoPick')}</p>
        </div>
      )}
    </DoorPage>
  );
};

const useLogin = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { readonly name: string; readonly password: string }) => api.session.login(input),
    onSuccess: () => client.invalidateQueries(sessionQuery()),
  });
};

export default LoginScreen;
