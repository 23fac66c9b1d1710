import './session.css';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { careError, errorText, fieldErrors } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useBack } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMe } from '../../lib/session.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { passwordProblem } from './newPassword.ts';
import { PasswordInput } from './PasswordInput.tsx';

/** One's own password. */
const PasswordScreen = () => {
  const { t } = useTranslation();
  const me = useMe();
  const back = useBack('/');
  const form = useRef<HTMLFormElement>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => api.staff.changePassword({ requestId, present, password }),
    onSuccess: () => {
      notify(t('session.change.done'), { tone: 'green' });
      back();
    },
    onError: () => setRequestId(newRequestId()),
  });
  useHotkeys({ 'Ctrl+S': () => form.current?.requestSubmit(), Escape: back });

  const refused = fieldErrors(change.error, t);
  const weak = passwordProblem(password, me?.name ?? '', t);
  const differs = again !== '' && again !== password;
  const missing = (value: string): string | undefined => (tried && !value ? t('errors.field.required') : undefined);
  const wrong = careError(change.error)?.data.reason;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (present && password && again && !weak && !differs) change.mutate();
  };

  return (
    <div>
      <Panel title={t('session.change.title')} className="password-panel">
        <form ref={form} className="door-form" onSubmit={submit} noValidate>
          <FormField label={t('session.change.present')} error={refused['present'] ?? missing(present)} required>
            <PasswordInput
              size="middle"
              name="present"
              autoComplete="current-password"
              value={present}
              onChange={setPresent}
            />
          </FormField>
          <FormField
            label={t('session.change.next')}
            help={t('session.setup.passwordHelp')}
            error={refused['password'] ?? weak ?? missing(password)}
            required
          >
            <PasswordInput
              size="middle"
              name="password"
              autoComplete="new-password"
              value={password}
              onChange={setPassword}
            />
          </FormField>
          <FormField
            label={t('session.change.again')}
            error={differs ? t('session.setup.differs') : missing(again)}
            required
          >
            <PasswordInput size="middle" name="again" autoComplete="new-password" value={again} onChange={setAgain} />
          </FormField>
          {change.error !== null && (wrong !== undefined || Object.keys(refused).length === 0) && (
            <p className="form-field-error" role="alert">
              {errorText(change.error, t)}
            </p>
          )}
          <div className="form-actions">
            <ActionButton
              type="primary"
              htmlType="submit"
              loading={change.isPending}
              label={t('session.change.save')}
              keys="Ctrl+S"
            />
            <ActionButton label={t('common.cancel')} keys="Esc" onClick={back} />
          </div>
        </form>
      </Panel>
    </div>
  );
};

export default PasswordScreen;
