import { Button, Modal, Select } from 'antd';
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
import { CopyIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

/** Makes a token and shows it, this once only. */
export const AddToken = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('reception');
  const [token, setToken] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const save = useSave(api.tokens.add, {
    stale: [orpc.tokens.key()],
    onDone: (made) => setToken(made.token),
  });
  const wrong = fieldErrors(save.error, t);
  const submit = (): void => {
    setTried(true);
    if (name.trim()) save.mutate({ name: name.trim(), role });
  };
  if (token !== null) {
    return (
      <Modal
        open
        title={t('settings.tokens.add')}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        }
        onCancel={onClose}
        mask={{ closable: false }}
        width={560}
      >
        <div className="dialog-form">
          <p>{t('settings.tokens.once')}</p>
          <div className="token">
            <code>{token}</code>
            <Button icon={<CopyIcon size={16} />} onClick={() => void copy(token, () => notify(t('common.copied')))}>
              {t('common.copy')}
            </Button>
          </div>
        </div>
      </Modal>
    );
  }
  return (
    <FormDialog
      title={t('settings.tokens.add')}
      save={t('settings.tokens.add')}
      busy={save.isPending}
      failure={save.error !== null && Object.keys(wrong).length === 0 ? errorText(save.error, t) : null}
      width={440}
      onSave={submit}
      onClose={onClose}
    >
      <FormField
        label={t('settings.tokens.name')}
        help={t('settings.tokens.nameHelp')}
        error={wrong['name'] ?? (tried && !name.trim() ? t('errors.field.required') : undefined)}
        required
      >
        <TextInput autoFocus value={name} onChange={setName} maxLength={40} />
      </FormField>
      <FormField label={t('settings.tokens.role')} help={t(`settings.staff.rights.${role}`)}>
        <Select<Role>
          value={role}
          options={allRoles.map((one) => ({ value: one, label: t(`common.role.${one}`) }))}
          onChange={setRole}
        />
      </FormField>
    </FormDialog>
  );
};

/** Where the browser refuses its clipboard, the token can still be selected by hand. */
const copy = async (text: string, onCopied: () => void): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    onCopied();
  } catch {
    // refused: nothing to say, the text stays on screen
  }
};
