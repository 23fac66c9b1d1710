import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { money, number } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import type { OpenPanel } from './ComplaintDetail.tsx';
import { deedKeys, isOffered } from './deeds.ts';
import css from './detail.module.css';
import type { Compensation, ComplaintPage } from './shapes.ts';
import { useMoment } from './useMoment.ts';

const tones: Readonly<Record<Compensation['state'], ChipTone>> = {
  waiting: 'amber',
  given: 'green',
  refused: 'red',
  takenBack: 'plain',
};

/** 补偿: what the customer got for it, and what still waits for a manager. */
export const CompensationPart = ({ page, onOpen }: { readonly page: ComplaintPage; readonly onOpen: OpenPanel }) => {
  const { t } = useTranslation();
  const { compensations, complaint } = page;
  return (
    <Panel
      flush
      className={css['part'] ?? ''}
      title={t('complaints.compensation.title')}
      {...(isOffered('compensate', complaint)
        ? {
            actions: (
              <ActionButton
                size="small"
                label={t('complaints.compensation.add')}
                keys={deedKeys.compensate}
                onClick={() => onOpen('compensate')}
              />
            ),
          }
        : {})}
    >
      {compensations.length === 0 ? (
        <p className={css['partNone']}>{t('complaints.compensation.none')}</p>
      ) : (
        <ul>
          {compensations.map((one) => (
            <CompensationLine key={one.id} compensation={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
};

const CompensationLine = ({ compensation }: { readonly compensation: Compensation }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const may = useMay()(managers);
  const { id, version, kind, state, points, amountFen, voucherCode } = compensation;
  const takeBack = useSave(api.complaints.takeBackCompensation, {
    stale: [orpc.complaints.key()],
    onDone: () => notify(t('complaints.compensation.takenBackSaid'), { tone: 'green' }),
  });
  const what =
    kind === 'points'
      ? t('complaints.compensation.points', { points: number(points ?? 0) })
      : t(`complaints.compensation.worth.${kind}`, { amount: money(amountFen) });
  return (
    <li>
      <span className={css['partRow']}>
        <strong className={state === 'takenBack' || state === 'refused' ? css['struck'] : undefined}>{what}</strong>
        <Chip tone={tones[state]}>{t(`complaints.compensation.state.${state}`)}</Chip>
        {voucherCode && <span className="quiet small">{voucherCode}</span>}
      </span>
      <span className={css['said']}>{compensation.reason}</span>
      <span className="quiet small">
        {moment(compensation.at)} · {compensation.byName}
        {compensation.approvedBy && ` · ${t('complaints.compensation.approvedBy', { name: compensation.approvedBy })}`}
      </span>
      {may && state === 'given' && (
        <ReasonLine
          quiet
          open={t('complaints.compensation.takeBack')}
          label={t('complaints.compensation.takeBackWhy')}
          text={t(`complaints.compensation.takeBackText.${kind}`)}
          confirm={t('complaints.compensation.takeBack')}
          busy={takeBack.isPending}
          error={takeBack.error ? errorText(takeBack.error, t) : undefined}
          onConfirm={(reason) => takeBack.mutate({ id, version, reason })}
        />
      )}
    </li>
  );
};
