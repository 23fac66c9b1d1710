import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { ListFilter, ListSort } from './filters.ts';

export interface SaveGroupProps {
  readonly filter: ListFilter;
  readonly sort: ListSort;
}

/** 存为客户群: the filters shown, under a name; a manager may give it to the whole store. */
export const SaveGroup = (props: SaveGroupProps) => {
  const { t } = useTranslation();
  return (
    <Popover align="left" label={t('customers.groups.saveTitle')} button={t('customers.groups.save')}>
      {(close) => <GroupForm {...props} onDone={close} />}
    </Popover>
  );
};

const GroupForm = ({ filter, sort, onDone }: SaveGroupProps & { readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const mayShare = useMay()(managers);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [asked, setAsked] = useState(false);
  const add = useSave((input: Parameters<typeof api.savedFilters.add>[0]) => api.savedFilters.add(input), {
    stale: [orpc.savedFilters.key()],
    onDone: () => {
      notify(t('customers.groups.saved', { name: name.trim() }), { tone: 'green' });
      onDone();
    },
  });
  const empty = name.trim() === '';
  const save = (): void => {
    setAsked(true);
    if (!empty && !add.isPending) add.mutate({ name: name.trim(), filter, sort, shared });
  };
  const wrong = asked && empty ? t('customers.groups.nameRequired') : add.error ? errorText(add.error, t) : undefined;
  return (
    <form
      className="group-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormField label={t('customers.groups.name')} error={wrong}>
        <TextInput value={name} maxLength={30} placeholder={t('customers.groups.namePlaceholder')} onChange={setName} />
      </FormField>
      {mayShare && (
        <label>
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {t('customers.groups.shared')}
        </label>
      )}
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t('customers.groups.confirm')}
      </Button>
    </form>
  );
};
