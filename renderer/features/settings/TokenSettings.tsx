import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { momentOf } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useTimeZone } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { KeyIcon, PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AddToken } from './AddToken.tsx';

/** Tokens of other software of the store. */
export const TokenSettings = () => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(orpc.tokens.list.queryOptions({ input: {} }));
  const revoke = useSave(api.tokens.revoke, {
    stale: [orpc.tokens.key()],
    onFail: (failure) => notify(errorText(failure, t), { tone: 'red' }),
  });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <Panel
      flush
      title={t('settings.section.tokens')}
      actions={
        <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setAdding(true)}>
          {t('settings.tokens.add')}
        </Button>
      }
    >
      {data.rows.length === 0 ? (
        <EmptyState icon={<KeyIcon size={32} />} title={t('settings.tokens.none')}>
          {t('settings.tokens.text')}
        </EmptyState>
      ) : (
        <>
          <p className="settings-intro quiet">{t('settings.tokens.text')}</p>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('settings.tokens.name')}</th>
                <th scope="col">{t('settings.tokens.role')}</th>
                <th scope="col">{t('settings.tokens.created')}</th>
                <th scope="col">{t('settings.tokens.lastUsed')}</th>
                <th scope="col">
                  <span className="heard-only">{t('settings.tokens.revoke')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    {row.name} {row.revokedAt !== null && <Chip>{t('settings.tokens.revoked')}</Chip>}
                  </td>
                  <td>{t(`common.role.${row.role}`)}</td>
                  <td className="quiet">
                    {momentOf(row.createdAt, timeZone)} {row.createdBy}
                  </td>
                  <td className="quiet">
                    {row.lastUsedAt === null ? t('settings.tokens.neverUsed') : momentOf(row.lastUsedAt, timeZone)}
                  </td>
                  <td className="row-actions">
                    {row.revokedAt === null && (
                      <ConfirmButton
                        size="small"
                        question={t('settings.tokens.revokeAsk')}
                        yes={t('settings.tokens.revoke')}
                        onConfirm={async () => {
                          await revoke.mutateAsync({ id: row.id }).catch(() => undefined);
                        }}
                      >
                        {t('settings.tokens.revoke')}
                      </ConfirmButton>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {adding && <AddToken onClose={() => setAdding(false)} />}
    </Panel>
  );
};
