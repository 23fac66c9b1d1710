import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../db/contract/entry.ts';
import { type Answer, api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { momentOf } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { adminOnly, allRoles, managers } from '../../lib/roles.ts';
import { useMay, useMe } from '../../lib/session.ts';
import { useTimeZone } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { HandoverDialog } from '../handover/HandoverDialog.tsx';
import { AddStaff } from './AddStaff.tsx';
import { ResetPassword } from './ResetPassword.tsx';

type StaffRow = Answer<typeof api.staff.list>['rows'][number];

/** Who may log in, and as what. Nobody is deleted: whoever leaves is switched off, and what they did stays theirs. */
export const StaffSettings = () => {
  const { t } = useTranslation();
  const mayAs = useMay();
  const may = mayAs(adminOnly);
  const mayHandOver = mayAs(managers);
  const me = useMe();
  const go = useGo();
  const handing = useQueryValue('do') === 'handover' && mayHandOver;
  const handingFrom = useQueryValue('from');
  const timeZone = useTimeZone();
  const { data, error, refetch } = useQuery(orpc.staff.list.queryOptions({ input: {} }));
  const [adding, setAdding] = useState(false);
  const [resetting, setResetting] = useState<StaffRow | null>(null);
  const update = useUpdate();

  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <Panel
      flush
      title={t('settings.section.staff')}
      {...(mayHandOver
        ? {
            actions: (
              <>
                <Button onClick={() => go('/settings/staff?do=handover')}>{t('handover.open')}</Button>
                {may && (
                  <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setAdding(true)}>
                    {t('settings.staff.add')}
                  </Button>
                )}
              </>
            ),
          }
        : {})}
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('settings.staff.displayName')}</th>
            <th scope="col">{t('settings.staff.name')}</th>
            <th scope="col">{t('settings.staff.role')}</th>
            <th scope="col">{t('settings.staff.lastSeen')}</th>
            <th scope="col">
              <span className="heard-only">{t('common.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.displayName} {row.id === me?.staffId && <Chip tone="brand">{t('settings.staff.you')}</Chip>}{' '}
                {!row.active && <Chip>{t('settings.staff.inactive')}</Chip>}
              </td>
              <td>{row.name}</td>
              <td>
                {may && row.active ? (
                  <Select<Role>
                    aria-label={`${t('settings.staff.role')} ${row.displayName}`}
                    value={row.role}
                    popupMatchSelectWidth={false}
                    options={allRoles.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
                    optionRender={({ value }) => <RoleLine role={value as Role} />}
                    onChange={(role) => update(row, { role })}
                  />
                ) : (
                  t(`common.role.${row.role}`)
                )}
              </td>
              <td className="quiet">
                {row.lastSeenAt === null ? t('settings.staff.never') : momentOf(row.lastSeenAt, timeZone)}
              </td>
              <td className="row-actions">
                {mayHandOver && (
                  <Button
                    size="small"
                    aria-label={t('handover.openLabel', { name: row.displayName })}
                    onClick={() => go(`/settings/staff?do=handover&from=${row.id}`)}
                  >
                    {t('handover.open')}
                  </Button>
                )}
                {may && row.active && (
                  <Button size="small" onClick={() => setResetting(row)}>
                    {t('settings.staff.reset')}
                  </Button>
                )}
                {may && row.id !== me?.staffId && (
                  <Button size="small" onClick={() => update(row, { active: !row.active })}>
                    {t(row.active ? 'settings.staff.deactivate' : 'settings.staff.activate')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {adding && <AddStaff onClose={() => setAdding(false)} />}
      {handing && (
        <HandoverDialog
          key={handingFrom}
          fromId={handingFrom}
          onClose={() => go('/settings/staff', { replace: true })}
        />
      )}
      {resetting && <ResetPassword row={resetting} onClose={() => setResetting(null)} />}
    </Panel>
  );
};

const RoleLine = ({ role }: { readonly role: Role }) => {
  const { t } = useTranslation();
  return (
    <span>
      {t(`common.role.${role}`)} <span className="quiet small">{t(`settings.staff.rights.${role}`)}</span>
    </span>
  );
};

type Change = Partial<Pick<StaffRow, 'role' | 'active'>>;

/** Changes a role or switches somebody off at once, and offers to take it back. */
const useUpdate = (): ((row: StaffRow, change: Change) => void) => {
  const { t } = useTranslation();
  const save = useSave(api.staff.update, { stale: [orpc.staff.key()] });
  return (row, change) => {
    const input = { id: row.id, displayName: row.displayName, role: row.role, active: row.active };
    save.mutate(
      { ...input, ...change, version: row.version },
      {
        onError: (error) => notify(errorText(error, t), { tone: 'red' }),
        onSuccess: ({ version }) =>
          notify(t('settings.staff.changed', { name: row.displayName }), {
            tone: 'green',
            action: {
              label: t('common.undo'),
              perform: async () => {
                await api.staff.update({ ...input, version, requestId: newRequestId() });
              },
            },
          }),
      },
    );
  };
};
