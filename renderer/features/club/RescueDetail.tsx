import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isLateRescue } from '../../../db/domain/club/rescueClock.ts';
import { orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { useQueryValue } from '../../lib/place.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from '../complaints/detail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import { CallerPhone } from './CallerPhone.tsx';
import { CancelPanel } from './CancelPanel.tsx';
import { CloseRescuePanel } from './CloseRescuePanel.tsx';
import { type Deed, rescueDeeds } from './deeds.ts';
import { JobFrame } from './JobFrame.tsx';
import { Fact, Fee, WhoseFacts } from './JobParts.tsx';
import { quotaWords } from './quotaWords.ts';
import { RescueClock } from './RescueClock.tsx';
import { RescuePanel } from './RescuePanel.tsx';
import type { OpenedJob } from './ServiceScreen.tsx';
import { StepPanel } from './StepPanel.tsx';
import { type Rescue, rescueStates } from './shapes.ts';
import { usePrintSlip } from './usePrintSlip.ts';

const way = rescueStates.filter((state) => state !== 'cancelled');

/** One rescue: the clock since the call, where and what, who went, and what the tier has left of free ones. */
export const RescueDetail = ({ job, enter, onOpen, onClose }: OpenedJob & { readonly job: Rescue }) => {
  const { t } = useTranslation();
  const wanted = useQueryValue('do');
  const print = usePrintSlip();
  const { id, number, state } = job;
  const offered = rescueDeeds(job);
  const onDeed = (deed: Deed): void => (deed === 'print' ? print('rescueSlip', { id, number }) : onOpen(deed));
  const given = { job, onClose };
  return (
    <JobFrame
      service="rescues"
      number={number}
      kind={t(`club.rescues.kind.${job.kind}`)}
      state={{ tone: toneOf(job), words: t(`club.rescues.state.${state}`) }}
      steps={
        state === 'cancelled'
          ? null
          : { names: way.map((one) => t(`club.rescues.state.${one}`)), at: way.indexOf(state) }
      }
      offered={offered}
      enter={enter}
      onDeed={onDeed}
      left={
        <>
          <RescueClock job={job} />
          <Panel title={t('club.field.placePlain')}>
            <p className={css['said']}>{job.place}</p>
            {job.trouble && <p className={css['remedy']}>{job.trouble}</p>}
          </Panel>
          {job.result && (
            <Panel title={t('club.field.result')}>
              <p className={css['said']}>{job.result}</p>
            </Panel>
          )}
        </>
      }
      right={<RescueFacts job={job} />}
    >
      {wanted === 'edit' && offered.includes('edit') && <RescuePanel {...given} />}
      {wanted === 'dispatch' && offered.includes('dispatch') && <StepPanel key="dispatch" to="dispatched" {...given} />}
      {wanted === 'arrive' && offered.includes('arrive') && <StepPanel key="arrive" to="arrived" {...given} />}
      {wanted === 'close' && offered.includes('close') && <CloseRescuePanel {...given} />}
      {wanted === 'cancel' && offered.includes('cancel') && <CancelPanel service="rescues" {...given} />}
    </JobFrame>
  );
};

const toneOf = (job: Rescue): ChipTone => {
  if (job.endedAt !== null) return 'plain';
  if (isLateRescue(job, clockNow())) return 'red';
  return job.arrivedAt === null ? 'amber' : 'green';
};

const RescueFacts = ({ job }: { readonly job: Rescue }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const times = [
    [t('club.field.calledAt'), job.calledAt],
    [t('club.field.dispatched'), job.dispatchedAt],
    [t('club.field.arrived'), job.arrivedAt],
    [t('club.field.ended'), job.endedAt],
  ] as const;
  return (
    <Panel>
      <dl className={css['facts']}>
        <WhoseFacts job={job} phone={job.phoneMasked && <CallerPhone job={job} />} />
        {times.map(([label, at]) =>
          at === null ? null : (
            <Fact key={label} label={label}>
              {moment(at)}
            </Fact>
          ),
        )}
        {job.crew && <Fact label={t('club.field.crewPlain')}>{job.crew}</Fact>}
        {job.endedAt === null && job.customerId && <QuotaFact customerId={job.customerId} at={job.calledAt} />}
        {job.state === 'closed' && (
          <Fact label={t('club.field.charge')}>
            {job.onQuota ? (
              <Chip tone="gold">{t('club.fact.onQuota', { tier: job.tierName ?? '' })}</Chip>
            ) : (
              <Fee fen={job.feeFen} />
            )}
          </Fact>
        )}
        <Fact label={t('club.field.taken')}>{job.byName}</Fact>
        {job.cancelReason && <Fact label={t('club.field.cancelReason')}>{job.cancelReason}</Fact>}
      </dl>
    </Panel>
  );
};

const QuotaFact = ({ customerId, at }: { readonly customerId: string; readonly at: number }) => {
  const { t } = useTranslation();
  const { data } = useQuery(orpc.rescues.quota.queryOptions({ input: { customerId, at } }));
  if (!data) return null;
  return <Fact label={t('club.field.quota')}>{quotaWords(data.quota, t)}</Fact>;
};
