import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { dayShort, money } from '../../lib/formats.ts';
import { useQueryValue } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { Panel } from '../../ui/Panel.tsx';
import css from '../complaints/detail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import { ClaimPanel } from './ClaimPanel.tsx';
import { claimDeeds, type Deed } from './deeds.ts';
import { JobFrame } from './JobFrame.tsx';
import { DocumentsPart, Fact, WhoseFacts } from './JobParts.tsx';
import type { OpenedJob } from './ServiceScreen.tsx';
import { SettlePanel } from './SettlePanel.tsx';
import { type Claim, claimStates } from './shapes.ts';
import { useMove } from './useMove.ts';
import { usePrintSlip } from './usePrintSlip.ts';

/** One step back from each. */
const stepBefore: Readonly<Partial<Record<Claim['state'], 'reported' | 'surveyed' | 'repairing'>>> = {
  surveyed: 'reported',
  repairing: 'surveyed',
  submitted: 'repairing',
};

/** One claim: what happened, what the insurer says, and which papers we hold. */
export const ClaimDetail = ({ job, enter, onOpen, onClose }: OpenedJob & { readonly job: Claim }) => {
  const { t } = useTranslation();
  const wanted = useQueryValue('do');
  const print = usePrintSlip();
  const move = useMove(api.claims.move, ({ to }) =>
    t('club.moved', { number: job.number, state: t(`club.claims.state.${to}`) }),
  );
  const { id, version, number, state } = job;
  const offered = claimDeeds(job);
  const onDeed = (deed: Deed): void => {
    switch (deed) {
      case 'surveyed':
      case 'repairing':
      case 'submitted':
        move({ id, version, to: deed });
        break;
      case 'back': {
        const before = stepBefore[state];
        if (before) move({ id, version, to: before });
        break;
      }
      case 'print':
        print('claimSlip', { id, number });
        break;
      default:
        onOpen(deed);
        break;
    }
  };
  const given = { job, onClose };
  const names = claimStates.filter((one) => one !== (state === 'unpaid' ? 'paid' : 'unpaid'));
  return (
    <JobFrame
      service="claims"
      number={number}
      kind={t(`club.claims.kind.${job.kind}`)}
      state={{
        tone: state === 'paid' ? 'green' : state === 'unpaid' ? 'plain' : 'amber',
        words: t(`club.claims.state.${state}`),
      }}
      steps={{ names: names.map((one) => t(`club.claims.state.${one}`)), at: names.indexOf(state) }}
      offered={offered}
      enter={enter}
      onDeed={onDeed}
      left={
        <>
          <Panel title={t('club.field.what')}>
            <p className={css['said']}>{job.what ?? t('common.none')}</p>
            {job.place && <p className={css['remedy']}>{job.place}</p>}
          </Panel>
          <DocumentsPart documents={job.documents} />
          {job.note && (
            <Panel title={t('club.field.note')}>
              <p className={css['said']}>{job.note}</p>
            </Panel>
          )}
        </>
      }
      right={<ClaimFacts job={job} />}
    >
      {wanted === 'edit' && offered.includes('edit') && <ClaimPanel {...given} />}
      {wanted === 'settle' && offered.includes('settle') && <SettlePanel {...given} />}
    </JobFrame>
  );
};

const ClaimFacts = ({ job }: { readonly job: Claim }) => {
  const { t } = useTranslation();
  const today = useToday();
  const moment = useMoment();
  return (
    <Panel>
      <dl className={css['facts']}>
        <WhoseFacts job={job} />
        <Fact label={t('club.field.accidentDay')}>{dayShort(job.accidentDay, today)}</Fact>
        {job.insurer && <Fact label={t('club.field.insurer')}>{job.insurer}</Fact>}
        {job.caseNo && <Fact label={t('club.field.caseNo')}>{job.caseNo}</Fact>}
        {job.estimateFen !== null && <Fact label={t('club.field.estimatePlain')}>{money(job.estimateFen)}</Fact>}
        {job.paidFen !== null && <Fact label={t('club.field.paidAmount')}>{money(job.paidFen)}</Fact>}
        <Fact label={t('club.field.owner')}>{job.ownerName ?? t('club.field.noOwner')}</Fact>
        <Fact label={t('club.field.taken')}>
          {t('club.fact.byName', { moment: moment(job.createdAt), name: job.byName })}
        </Fact>
        {job.endedAt !== null && (
          <Fact label={t('club.field.ended')}>
            {job.handedBackTo
              ? t('club.fact.handedTo', { moment: moment(job.endedAt), name: job.handedBackTo })
              : moment(job.endedAt)}
          </Fact>
        )}
      </dl>
    </Panel>
  );
};
