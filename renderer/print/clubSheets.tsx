import { ORPCError } from '@orpc/client';
import i18next, { type TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { HeldDocument } from '../../db/contract/clubTerms.ts';
import { isRenewal } from '../../db/domain/club/policyRenewal.ts';
import type { AgencyJob, Claim, Rescue } from '../features/club/shapes.ts';
import { type Answer, api } from '../lib/api.ts';
import { clockNow } from '../lib/clock.ts';
import { day, dayOf, momentOf, money, plate } from '../lib/formats.ts';
import { CodeBox } from './CodeBox.tsx';
import own from './clubSlip.module.css';
import type { PolicySlipAsked } from './printAsked.ts';
import type { Printable } from './printable.ts';
import css from './roll.module.css';
import { Fact } from './slipSheets.tsx';

const bars = { width: 72_000, height: 13_000 } as const;

/** What the paper says besides the job itself; always in Chinese: the customer signs it and takes it along. */
interface Paper {
  readonly t: TFunction;
  readonly storeName: string;
  readonly moment: (at: number) => string;
  readonly madeDay: string;
}

type Facts = readonly (readonly [term: string, value: string] | null)[];

interface SlipProps {
  readonly paper: Paper;
  readonly title: string;
  /** ours, to be scanned; null: it has none */
  readonly number: string | null;
  readonly name: string;
  readonly facts: Facts;
  readonly children?: ReactNode;
  readonly signatures: readonly string[];
  readonly note: string;
}

const Slip = ({ paper, title, number, name, facts, children, signatures, note }: SlipProps) => (
  <div className={css['roll']} lang="zh-CN">
    <p className={`${css['centre']} ${css['store']}`}>{paper.storeName}</p>
    <p className={`${css['centre']} ${css['title']}`}>{title}</p>
    <hr className={css['rule']} />
    <p className={`${css['centre']} ${css['name']}`}>{name}</p>
    {number !== null && (
      <>
        <div className={css['bars']}>
          <CodeBox kind="code128" text={number} {...bars} />
        </div>
        <p className={`${css['centre']} ${css['code']}`}>{number}</p>
      </>
    )}
    <hr className={css['rule']} />
    <FactList facts={facts} />
    {children}
    <hr className={css['rule']} />
    <div className={own['signatures']}>
      {signatures.map((who) => (
        <p key={who} className={own['signature']}>
          {who}
        </p>
      ))}
    </div>
    <p className={`${css['centre']} ${css['small']}`}>{note}</p>
  </div>
);

const FactList = ({ facts }: { readonly facts: Facts }) => (
  <dl className={css['facts']}>
    {facts.map((fact) => (fact === null ? null : <Fact key={fact[0]} term={fact[0]} value={fact[1]} />))}
  </dl>
);

const fact = (term: string, value: string | null): readonly [string, string] | null => (value ? [term, value] : null);

/** What we hold, numbered, with a box to tick when it goes back. */
const Documents = ({ documents, t }: { readonly documents: readonly HeldDocument[]; readonly t: TFunction }) => {
  const held = documents.filter(({ returnedAt }) => returnedAt === null);
  // once all went back, the slip says what that was
  const shown = held.length > 0 ? held : documents;
  return (
    <>
      <hr className={css['rule']} />
      <p className={own['head']}>
        {shown.length === 0 ? t('club.paper.held') : t('club.paper.documentsCount', { n: shown.length })}
      </p>
      {shown.length === 0 ? (
        <p>{t('club.paper.none')}</p>
      ) : (
        <ol className={own['documents']}>
          {shown.map(({ name, heldAt, returnedAt }) => (
            <li key={`${name} ${heldAt}`}>
              <span>{name}</span>
              {returnedAt === null ? <span className={own['box']} /> : <span>{t('club.paper.returned')}</span>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
};

const carOf = (job: Pick<AgencyJob, 'plate' | 'series'>): string =>
  [job.plate && plate(job.plate), job.series].filter(Boolean).join(' ');

const AgencySlip = ({ job, paper }: { readonly job: AgencyJob; readonly paper: Paper }) => {
  const { t, moment } = paper;
  const total = job.feeFen + job.officialFen;
  const back = job.state === 'handedBack';
  const facts: Facts = [
    fact(t('club.paper.kind'), t(`club.agency.kind.${job.kind}`)),
    fact(t('club.field.vehicle'), carOf(job)),
    fact(t('club.paper.taken'), moment(job.createdAt)),
    fact(t('club.paper.due'), job.dueDay && day(job.dueDay)),
    fact(t('club.field.owner'), job.ownerName ?? job.byName),
    job.feeFen > 0 ? [t('club.field.feePlain'), money(job.feeFen)] : null,
    job.officialFen > 0 ? [t('club.field.officialPlain'), money(job.officialFen)] : null,
    [
      t('club.paper.sum'),
      total === 0 ? t('club.fact.noFee') : `${money(total)} ${t(job.paid ? 'club.fact.paid' : 'club.fact.unpaid')}`,
    ],
    fact(t('club.field.note'), job.note),
    job.endedAt !== null && job.handedBackTo
      ? [t('club.field.handedBackTo'), `${job.handedBackTo} ${moment(job.endedAt)}`]
      : null,
  ];
  return (
    <Slip
      paper={paper}
      title={t(back ? 'club.paper.agencyBack' : 'club.paper.agency')}
      number={job.number}
      name={job.name}
      facts={facts}
      signatures={[t('club.paper.takenBy'), t('club.paper.signed'), t('club.paper.signDay')]}
      note={t('club.paper.keep')}
    >
      <Documents documents={job.documents} t={t} />
    </Slip>
  );
};

const RescueSlip = ({ job, paper }: { readonly job: Rescue; readonly paper: Paper }) => {
  const { t, moment } = paper;
  const facts: Facts = [
    fact(t('club.paper.rescueKind'), t(`club.rescues.kind.${job.kind}`)),
    fact(t('club.paper.tier'), job.tierName),
    fact(t('club.field.phone'), job.phoneMasked),
    fact(t('club.field.vehicle'), carOf(job)),
    fact(t('club.field.placePlain'), job.place),
    fact(t('club.paper.trouble'), job.trouble),
    fact(t('club.field.crewPlain'), job.crew),
    fact(t('club.field.calledAt'), moment(job.calledAt)),
    fact(t('club.field.dispatched'), job.dispatchedAt === null ? null : moment(job.dispatchedAt)),
    fact(t('club.field.arrived'), job.arrivedAt === null ? null : moment(job.arrivedAt)),
    fact(t('club.field.result'), job.result),
    job.state === 'closed'
      ? [t('club.field.charge'), job.onQuota || job.feeFen === 0 ? t('club.fact.free') : money(job.feeFen)]
      : null,
  ];
  return (
    <Slip
      paper={paper}
      title={t('club.paper.rescue')}
      number={job.number}
      name={job.name || (job.plate ? plate(job.plate) : t('club.nameless'))}
      facts={facts}
      signatures={[t('club.paper.takenBy'), t('club.paper.customerSign'), t('club.paper.signDay')]}
      note={t('club.paper.rescueNote')}
    />
  );
};

const ClaimSlip = ({ job, paper }: { readonly job: Claim; readonly paper: Paper }) => {
  const { t, moment } = paper;
  const facts: Facts = [
    fact(t('club.paper.claimKind'), t(`club.claims.kind.${job.kind}`)),
    fact(t('club.field.vehicle'), carOf(job)),
    fact(t('club.field.accidentDay'), day(job.accidentDay)),
    fact(t('club.field.accidentPlace'), job.place),
    fact(t('club.field.insurer'), job.insurer),
    fact(t('club.field.caseNo'), job.caseNo),
    fact(t('club.field.estimatePlain'), job.estimateFen === null ? null : money(job.estimateFen)),
    fact(t('club.field.paidAmount'), job.paidFen === null ? null : money(job.paidFen)),
    fact(t('club.field.owner'), job.ownerName ?? job.byName),
    fact(t('club.paper.taken'), moment(job.createdAt)),
  ];
  return (
    <Slip
      paper={paper}
      title={t('club.paper.claim')}
      number={job.number}
      name={job.name}
      facts={facts}
      signatures={[t('club.paper.takenBy'), t('club.paper.customerSign'), t('club.paper.signDay')]}
      note={t('club.paper.keepClaim')}
    >
      <Documents documents={job.documents} t={t} />
    </Slip>
  );
};

type Insured = Answer<typeof api.vehicles.get>;

interface PolicySlipProps {
  readonly insured: Insured;
  readonly policy: Insured['policies'][number];
  /** who fills it in */
  readonly by: string;
  readonly paper: Paper;
}

const PolicySlip = ({ insured: { vehicle, policies }, policy, by, paper }: PolicySlipProps) => {
  const { t } = paper;
  const { startDay, endDay, premiumFen } = policy;
  const facts: Facts = [
    fact(t('club.field.plate'), vehicle.plate && plate(vehicle.plate)),
    fact(t('club.paper.vin'), vehicle.vin),
    fact(t('vehicle.form.model'), [vehicle.brand, vehicle.series, vehicle.model].filter(Boolean).join(' ')),
    [t('vehicle.policy.kindLabel'), t(`vehicle.policy.kind.${policy.kind}`)],
    fact(t('vehicle.policy.insurer'), policy.insurer),
    fact(t('vehicle.policy.policyNo'), policy.policyNo),
    [
      t('club.paper.span'),
      startDay === null
        ? t('vehicle.policy.through', { day: endDay })
        : t('printing.statement.fromTo', { from: startDay, to: endDay }),
    ],
    fact(t('club.paper.premium'), premiumFen === null ? null : money(premiumFen)),
    [t('vehicle.policy.boughtHere'), t(policy.boughtHere ? 'common.yes' : 'common.no')],
    [t('club.paper.madeDay'), paper.madeDay],
    [t('club.field.owner'), by],
  ];
  return (
    <Slip
      paper={paper}
      title={t(isRenewal(policy, policies) ? 'club.paper.policyRenewal' : 'club.paper.policyNew')}
      number={null}
      name={vehicle.customerName}
      facts={facts}
      signatures={[t('club.paper.customerSign'), t('club.paper.signDay')]}
      note={t('club.paper.policyNote')}
    />
  );
};

const paperOf = async (): Promise<Paper> => {
  const { store } = await api.settings.get({});
  return {
    t: i18next.getFixedT('zh-CN'),
    storeName: store.name,
    moment: (at) => momentOf(at, store.timeZone),
    madeDay: dayOf(clockNow(), store.timeZone),
  };
};

const rollOf = (sheet: ReactNode): Printable => ({ width: 80, height: null, sheets: [sheet] });

/** 代办受理单, or once all went back 代办交还单. @throws ORPCError NOT_FOUND `agency-not-found` */
export const agencySlips = async (id: string): Promise<Printable> => {
  const [job, paper] = await Promise.all([api.agency.get({ id }), paperOf()]);
  return rollOf(<AgencySlip key={id} job={job} paper={paper} />);
};

/** 救援单. @throws ORPCError NOT_FOUND `rescue-not-found` */
export const rescueSlips = async (id: string): Promise<Printable> => {
  const [job, paper] = await Promise.all([api.rescues.get({ id }), paperOf()]);
  return rollOf(<RescueSlip key={id} job={job} paper={paper} />);
};

/** 理赔受理单. @throws ORPCError NOT_FOUND `claim-not-found` */
export const claimSlips = async (id: string): Promise<Printable> => {
  const [job, paper] = await Promise.all([api.claims.get({ id }), paperOf()]);
  return rollOf(<ClaimSlip key={id} job={job} paper={paper} />);
};

/**
 * 投保登记单, or 续保登记单 where the car had a policy of that kind before.
 * @throws ORPCError NOT_FOUND `vehicle-not-found`, `policy-not-found`
 */
export const policySlips = async ({ vehicleId, subjectId }: PolicySlipAsked): Promise<Printable> => {
  const [insured, { displayName }, paper] = await Promise.all([
    api.vehicles.get({ id: vehicleId }),
    api.session.me({}),
    paperOf(),
  ]);
  const policy = insured.policies.find(({ id }) => id === subjectId);
  if (!policy) throw new ORPCError('NOT_FOUND', { data: { reason: 'policy-not-found' } });
  return rollOf(<PolicySlip key={subjectId} insured={insured} policy={policy} by={displayName} paper={paper} />);
};
