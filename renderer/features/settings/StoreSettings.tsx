import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { adminOnly } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SaveRow } from './SaveRow.tsx';

interface Draft {
  readonly name?: string;
  readonly city?: string;
  readonly goLiveDay?: string | null;
}

/** What the store is called, where it is, and from when on CareDesk counts. */
export const StoreSettings = () => {
  const { t } = useTranslation();
  const may = useMay()(adminOnly);
  const settings = useStoreSettings();
  const [draft, setDraft] = useState<Draft>({});
  const save = useSave(api.settings.updateStore, {
    stale: [orpc.settings.key(), orpc.session.state.key()],
    onDone: () => {
      setDraft({});
      notify(t('common.saved'), { tone: 'green' });
    },
  });
  if (!settings) return <Loading />;
  const { store } = settings;
  const now = { name: store.name, city: store.city, goLiveDay: store.goLiveDay, ...draft };
  const changed = now.name !== store.name || now.city !== store.city || now.goLiveDay !== store.goLiveDay;
  const wrong = fieldErrors(save.error, t);
  const change = (part: Draft): void => {
    setDraft({ ...draft, ...part });
    if (save.error) save.reset();
  };
  return (
    <Panel title={t('settings.section.store')}>
      <div className="settings-form">
        <FormField
          label={t('settings.store.name')}
          help={t('session.setup.storeHelp')}
          error={now.name.trim() ? wrong['name'] : t('errors.field.required')}
          required
        >
          <TextInput value={now.name} onChange={(name) => change({ name })} maxLength={60} disabled={!may} />
        </FormField>
        <FormField label={t('settings.store.city')} help={t('session.setup.cityHelp')} error={wrong['city']}>
          <TextInput value={now.city} onChange={(city) => change({ city })} maxLength={40} disabled={!may} />
        </FormField>
        <FormField
          label={t('settings.store.goLiveDay')}
          help={t('settings.store.goLiveHelp')}
          error={wrong['goLiveDay']}
        >
          <DatePicker
            value={now.goLiveDay === null ? null : dayjs(now.goLiveDay)}
            onChange={(picked) => change({ goLiveDay: picked ? picked.format('YYYY-MM-DD') : null })}
            placeholder={t('settings.store.goLiveNone')}
            disabled={!may}
          />
        </FormField>
        <p className="quiet small">
          {t('settings.store.timeZone')}: {store.timeZone}
        </p>
        <SaveRow
          may={may}
          changed={changed && now.name.trim() !== ''}
          busy={save.isPending}
          error={Object.keys(wrong).length === 0 ? save.error : null}
          onSave={() =>
            save.mutate({
              version: store.version,
              name: now.name.trim(),
              city: now.city.trim(),
              goLiveDay: now.goLiveDay,
            })
          }
          onReset={() => setDraft({})}
        />
      </div>
    </Panel>
  );
};
