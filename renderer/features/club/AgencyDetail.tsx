import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { dayShort, money } from '../../lib/formats.ts';
import { useQueryValue } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from '../complaints/detail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import { AgencyPanel } from './AgencyPanel.tsx';
import { CancelPanel } from './CancelPanel.tsx';
import { agencyDeeds, type Deed } from './deeds.ts';
import { HandBackPanel } from './HandBackPanel.tsx';
import { JobFrame } from './JobFrame.tsx';
import { DocumentsPart, Fact, Fee, WhoseFacts } from './JobParts.tsx';
import type { OpenedJob } from './ServiceScreen.tsx';
import { type AgencyJob, agencyStates } from './shapes.ts';
import { useMove } from './useMove.ts';
import { usePrintSlip } from './usePrintSlip.ts';

const way = agencyStates.filter((state) => state !== 'cancelled');

/** One agency job: what for, till when, by whom, for how much, and which documents we hold. */
export const AgencyDetail = ({ job, enter, onOpen, onClose }: OpenedJob & { readonly job: AgencyJob }) => {
  const { t } = useTranslation();
  const wanted = useQueryValue('do');
  const print = usePrintSlip();
  const move = useMove(api.agency.move, ({ to }) =>
    t('club.moved', { number: job.number, state: t(`club.agency.state.${to}`) }),
  );
  const { id, version, number, state } = job;
  const offered = agencyDeeds(job);
  const onDeed = (deed: Deed): void => {
    switch (deed) {
      case 'begin':
        move({ id, version, to: 'underWay' });
        break;
      case 'ready':
        move({ id, version, to: 'ready' });
        break;
      case 'back':
        move({ id, version, to: state === 'ready' ? 'underWay' : 'taken' });
        break;
      case 'print':
        print('agencySlip', { id, number });
        break;
      default:
        onOpen(deed);
        break;
    }
  };
  const given = { job, onClose };
  return (
    <JobFrame
      service="agency"
      number={number}
      kind={t(`club.agency.kind.${job.kind}`)}
      state={{ tone: toneOf(job), words: t(`club.agency.state.${state}`) }}
      steps={
        state === 'cancelled'
          ? null
          : { names: way.map((one) => t(`club.agency.state.${one}`)), at: way.indexOf(state) }
      }
      offered={offered}
      enter={enter}
      onDeed={onDeed}
      left={
        <>
          <DocumentsPart documents={job.documents} />
          {job.note && (
            <Panel title={t('club.field.note')}>
              <p className={css['said']}>{job.note}</p>
            </Panel>
          )}
        </>
      }
      right={<AgencyFacts job={job} />}
    >
      {wanted === 'edit' && offered.includes('edit') && <AgencyPanel {...given} />}
      {wanted === 'handBack' && offered.includes('handBack') && <HandBackPanel {...given} />}
      {wanted === 'cancel' && offered.includes('cancel') && <CancelPanel service="agency" {...given} />}
    </JobFrame>
  );
};

const toneOf = ({ late, state }: Pick<AgencyJob, 'late' | 'state'>): ChipTone => {
  if (late) return 'red';
  if (state === 'ready') return 'green';
  return state === 'taken' || state === 'underWay' ? 'amber' : 'plain';
};

const AgencyFacts = ({ job }: { readonly job: AgencyJob }) => {
  const { t } = useTranslation();
  const today = useToday();
  const moment = useMoment();
  const total = job.feeFen + job.officialFen;
  return (
    <Panel>
      <dl className={css['facts']}>
        <WhoseFacts job={job} />
        <Fact label={t('club.field.dueDay')}>
          {job.dueDay === null ? t('club.row.noDue') : dayShort(job.dueDay, today)}
        </Fact>
        <Fact label={t('club.field.owner')}>{job.ownerName ?? t('club.field.noOwner')}</Fact>
        {job.officialFen > 0 && (
          <>
            <Fact label={t('club.field.feePlain')}>{money(job.feeFen)}</Fact>
            <Fact label={t('club.field.officialPlain')}>{money(job.officialFen)}</Fact>
          </>
        )}
        <Fact label={t('club.field.total')}>
          <Fee fen={total} paid={job.paid} />
        </Fact>
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
        {job.cancelReason && <Fact label={t('club.field.cancelReason')}>{job.cancelReason}</Fact>}
      </dl>
    </Panel>
  );
};
