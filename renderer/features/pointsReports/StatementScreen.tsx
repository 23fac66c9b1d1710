import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { cardNumber } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScanTaker } from '../../lib/scanTakers.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { isStatementProof } from '../../lib/statementProof.ts';
import { useToday } from '../../lib/store.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { NoteIcon, ShieldIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import css from './pointsReports.module.css';
import { StatementBody } from './StatementBody.tsx';
import { type StatementSpanName, shownSpan, statementSpanOf, statementSpans } from './statementSpan.ts';

/** 对账单 of a member over a span of days, to be looked at and printed; and 验真 of one that somebody brings. */
const StatementScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const membershipId = useQueryValue('membership') ?? '';
  const asked = useQueryValue('span');
  const span = statementSpans.find((one) => one === asked) ?? 'thisYear';
  const proof = useQueryValue('proof');
  const [checking, setChecking] = useState(false);
  const statement = useQuery(
    orpc.points.statement.queryOptions({
      input: { membershipId, ...statementSpanOf(span, today) },
      enabled: membershipId !== '',
      retry: false,
    }),
  );
  const { data } = statement;
  const printing = usePrint();
  const show = (next: { readonly membership?: string; readonly span?: StatementSpanName; readonly proof?: string }) => {
    const values = { membership: membershipId, span, ...next };
    go(`/statements?${new URLSearchParams(values).toString()}`, { replace: true });
  };
  const print = (document: 'statementA5' | 'statement80'): void => {
    if (data) void printing.print({ document, membershipId, ...shownSpan(span, data) });
  };
  const findCard = async (card: string): Promise<void> => {
    try {
      const found = await api.members.atCounter({ card });
      show({ membership: found.membershipId });
    } catch (error) {
      notify(errorText(error, t, 'read'), { tone: 'amber' });
    }
  };
  const findCustomer = async (customerId: string, name: string): Promise<void> => {
    try {
      const found = await api.members.ofCustomer({ customerId });
      if (found) show({ membership: found.membershipId });
      else notify(t('pointsReports.statement.notMember', { name }), { tone: 'amber' });
    } catch (error) {
      notify(errorText(error, t, 'read'), { tone: 'red' });
    }
  };
  useScanTaker('any', (text) => {
    if (isStatementProof(text)) show({ proof: text });
    else void findCard(text);
    return true;
  });
  useScreenDeeds({
    'statements.printA5': () => print('statementA5'),
    'statements.print80': () => print('statement80'),
    'statements.check': () => setChecking(true),
  });
  const busy = printing.progress !== null;
  return (
    <div className={css['report']}>
      <Panel
        title={t('pointsReports.statement.title')}
        {...(membershipId
          ? {
              aside: (
                <ChipGroup label={t('pointsReports.statement.span')}>
                  {statementSpans.map((name) => (
                    <Chip key={name} pressed={name === span} onPress={() => show({ span: name })}>
                      {t(`pointsReports.statement.spans.${name}`)}
                    </Chip>
                  ))}
                </ChipGroup>
              ),
            }
          : {})}
        actions={
          <>
            <ActionButton
              icon={<ShieldIcon size={16} />}
              label={t('pointsReports.statement.check')}
              keys="Y"
              onClick={() => setChecking(true)}
            />
            {membershipId !== '' && (
              <>
                <ActionButton
                  label={t('pointsReports.statement.print80')}
                  keys="M"
                  disabled={!data || busy}
                  onClick={() => print('statement80')}
                />
                <ActionButton
                  type="primary"
                  label={t('pointsReports.statement.printA5')}
                  keys="Ctrl+P"
                  disabled={!data}
                  loading={busy}
                  onClick={() => print('statementA5')}
                />
              </>
            )}
          </>
        }
      >
        <div className={css['whose']}>
          <FormField label={t('pointsReports.statement.whose')} className={css['finder'] ?? ''}>
            <CustomerFinder
              key={membershipId}
              label={t('pointsReports.statement.whose')}
              onHit={(hit) => void findCustomer(hit.id, hit.name)}
            />
          </FormField>
          {data && (
            <p className={css['who']}>
              <strong>{data.holder}</strong>
              <span>{cardNumber(data.cardNumber)}</span>
              <Chip tone="gold">{data.tierName}</Chip>
            </p>
          )}
        </div>
      </Panel>
      {membershipId === '' ? (
        <Panel>
          <EmptyState icon={<NoteIcon size={32} />} title={t('pointsReports.statement.empty')}>
            {t('pointsReports.statement.emptyText')}
          </EmptyState>
        </Panel>
      ) : data ? (
        <StatementBody statement={data} span={shownSpan(span, data)} />
      ) : statement.error ? (
        <ErrorState error={statement.error} onRetry={() => void statement.refetch()} />
      ) : (
        <Loading />
      )}
      {(checking || proof) && (
        <ProofPanel
          key={proof ?? ''}
          scanned={proof}
          onClose={() => {
            setChecking(false);
            show({});
          }}
        />
      )}
    </div>
  );
};

export default StatementScreen;
