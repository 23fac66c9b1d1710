import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useBack, useGo, useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FaceIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { AskRound } from './AskRound.tsx';
import css from './ask.module.css';
import type { Questionnaire } from './shapes.ts';

/**
 * 柜台评价: the screen is turned round to the customer and shows nothing of the desk. `?customer= &vehicle= &visit=` say whose service it
 * is about, `?questionnaire=` which one is asked.
 */
const AskScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay();
  const leave = useBack('/surveys');
  const customerId = useQueryValue('customer');
  const vehicleId = useQueryValue('vehicle');
  const visitId = useQueryValue('visit');
  const wanted = useQueryValue('questionnaire');
  const store = useStoreSettings()?.store.name ?? '';
  const [chosen, setChosen] = useState<Questionnaire | null>(null);
  const { data, error, refetch } = useQuery(orpc.questionnaires.list.queryOptions({ input: { active: true } }));
  const { data: page } = useQuery(
    orpc.customers.get.queryOptions({ input: { id: customerId ?? '' }, enabled: customerId !== null }),
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { rows } = data;
  // the round goes on with what it began with, whatever another desk does to the questionnaires meanwhile
  const questionnaire =
    chosen ?? rows.find(({ id }) => id === wanted) ?? (rows.length === 1 ? (rows[0] ?? null) : null);
  if (questionnaire !== chosen) setChosen(questionnaire);
  if (!questionnaire && rows.length === 0) {
    return (
      <EmptyState
        icon={<FaceIcon size={32} />}
        title={t('surveys.ask.noneTitle')}
        actions={
          <>
            {may(managers) && (
              <ActionButton
                type="primary"
                label={t('surveys.empty.build')}
                onClick={() => go('/settings/questionnaires', { replace: true })}
              />
            )}
            <ActionButton label={t('surveys.ask.backToDesk')} onClick={leave} />
          </>
        }
      >
        {t('surveys.ask.noneText')}
      </EmptyState>
    );
  }
  if (!questionnaire) {
    return <Choose rows={rows} name={page?.customer.name ?? null} onChoose={setChosen} onLeave={leave} />;
  }
  return (
    <AskRound
      key={questionnaire.id}
      questionnaire={questionnaire}
      store={store}
      name={page?.customer.name ?? null}
      about={{ customerId, vehicleId, visitId }}
      onLeave={leave}
    />
  );
};

export default AskScreen;

interface ChooseProps {
  readonly rows: readonly Questionnaire[];
  readonly name: string | null;
  readonly onChoose: (questionnaire: Questionnaire) => void;
  readonly onLeave: () => void;
}

/** Before the screen is turned round: which questionnaire, by its digit. */
const Choose = ({ rows, name, onChoose, onLeave }: ChooseProps) => {
  const { t } = useTranslation();
  const withKeys = rows.slice(0, 9);
  useHotkeys({
    ...Object.fromEntries(withKeys.map((row, at) => [String(at + 1), () => onChoose(row)])),
    Escape: onLeave,
  });
  return (
    <div className={css['screen']}>
      <div className={css['middle']}>
        <h1 className={css['text']}>{t('surveys.ask.choose')}</h1>
        <p className={css['lead']}>
          {name === null ? t('surveys.ask.chooseAnyone') : t('surveys.ask.chooseFor', { name })}
        </p>
        <div className={css['choice']}>
          {rows.map((row, at) => (
            <button key={row.id} type="button" className={css['answer']} onClick={() => onChoose(row)}>
              <span>{row.name}</span>
              <span className={css['key']}>
                {t('surveys.ask.questions', { count: row.questions.length })}
                {at < withKeys.length && <KeyHint keys={String(at + 1)} />}
              </span>
            </button>
          ))}
        </div>
      </div>
      <footer className={css['foot']}>
        <button type="button" className={css['staff']} onClick={onLeave}>
          {t('surveys.ask.backToDesk')}
        </button>
      </footer>
    </div>
  );
};
