import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { careError } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CheckIcon, ClockIcon, QuestionIcon, WarningIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import css from '../complaints/detail.module.css';
import { type Deed, deedKeys, deedLabel, deeds, isOffered, nextDeed, otherDeeds } from './deeds.ts';
import { AnswerPart, EnquiryFacts, QuestionPart } from './EnquiryParts.tsx';
import type { Enquiry } from './shapes.ts';

/** The forms come after the page, in a quiet moment. */
const loadPanels = () => import('./EnquiryPanels.tsx');
const EnquiryPanels = lazy(loadPanels);

export interface EnquiryDetailProps {
  readonly read: Pick<UseQueryResult<Enquiry>, 'data' | 'error' | 'refetch'>;
  /** what Enter does: set by this */
  readonly enter: RefObject<() => void>;
  readonly onOpen: (what: string) => void;
  readonly onClose: () => void;
}

/** One enquiry, whole: the question, till when it is answered and by whom, the answer, and what comes next. */
export const EnquiryDetail = ({ read, enter, onOpen, onClose }: EnquiryDetailProps) => {
  const { t } = useTranslation();
  const { data, error } = read;
  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 200);
    return () => clearTimeout(timer);
  }, []);
  if (data) return <Page enquiry={data} enter={enter} onOpen={onOpen} onClose={onClose} />;
  if (isGone(error)) {
    return (
      <EmptyState icon={<QuestionIcon size={32} />} title={t('enquiries.gone.title')}>
        {t('enquiries.gone.text')}
      </EmptyState>
    );
  }
  return error ? <ErrorState error={error} onRetry={() => void read.refetch()} /> : <Loading />;
};

/** Gone, or an address that never was one. */
const isGone = (error: unknown): boolean => {
  const failure = careError(error);
  return failure?.code === 'NOT_FOUND' || failure?.code === 'VALIDATION' || failure?.code === 'BAD_REQUEST';
};

interface PageProps {
  readonly enquiry: Enquiry;
  readonly enter: RefObject<() => void>;
  readonly onOpen: (what: string) => void;
  readonly onClose: () => void;
}

const Page = ({ enquiry, enter, onOpen, onClose }: PageProps) => {
  const { t } = useTranslation();
  const wanted = useQueryValue('do');
  const perform = (deed: Deed): void => {
    if (isOffered(deed, enquiry)) onOpen(deed);
    else notify(t('enquiries.notNow', { deed: t(deedLabel(deed)), state: t(`enquiries.state.${enquiry.state}`) }));
  };
  const enterNext = (): void => {
    const deed = nextDeed(enquiry);
    if (deed) perform(deed);
  };
  useEffect(() => {
    enter.current = enterNext;
  });
  // another enquiry, or none, has another next deed
  useEffect(
    () => () => {
      enter.current = () => undefined;
    },
    [enter],
  );
  useScreenDeeds({
    ...Object.fromEntries(deeds.map((deed) => [`enquiries.${deed}`, () => perform(deed)])),
    'enquiries.next': enterNext,
  });
  return (
    <article className={css['detail']} aria-label={enquiry.number}>
      <Head enquiry={enquiry} onDeed={perform} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a short one holds nothing that can take the focus */}
      <section className={css['reads']} data-reads aria-label={t('enquiries.whole')} tabIndex={0}>
        <div className={css['columns']}>
          <div className={css['column']}>
            <QuestionPart enquiry={enquiry} />
            <AnswerPart enquiry={enquiry} />
          </div>
          <div className={css['column']}>
            <EnquiryFacts enquiry={enquiry} />
          </div>
        </div>
      </section>
      <Suspense>{wanted && <EnquiryPanels enquiry={enquiry} onClose={onClose} />}</Suspense>
    </article>
  );
};

const Head = ({ enquiry, onDeed }: { readonly enquiry: Enquiry; readonly onDeed: (deed: Deed) => void }) => {
  const { t } = useTranslation();
  const first = nextDeed(enquiry);
  const { tone, icon } = lookOf(enquiry);
  return (
    <header className={`panel ${css['head']}`}>
      <div className={css['headLine']}>
        <h2 className={css['title']}>{enquiry.number}</h2>
        <span className={css['chips']}>
          <Chip>{t(`enquiries.topic.${enquiry.topic}`)}</Chip>
          <Chip tone={tone} icon={icon}>
            {t(`enquiries.state.${enquiry.state}`)}
          </Chip>
        </span>
        <span className={css['headActions']}>
          {first && (
            <ActionButton type="primary" label={t(deedLabel(first))} keys="Enter" onClick={() => onDeed(first)} />
          )}
        </span>
      </div>
      <ControlGroup label={t('enquiries.deeds')} className={css['deeds']}>
        {otherDeeds(enquiry).map((deed) => (
          <ActionButton
            key={deed}
            size="small"
            label={t(deed === 'answer' ? 'enquiries.deed.reword' : deedLabel(deed))}
            keys={deedKeys[deed]}
            onClick={() => onDeed(deed)}
          />
        ))}
      </ControlGroup>
    </header>
  );
};

const lookOf = ({ state, overdue }: Pick<Enquiry, 'state' | 'overdue'>) => {
  const look = (tone: ChipTone, icon: React.ReactNode) => ({ tone, icon });
  if (overdue) return look('red', <WarningIcon size={13} />);
  if (state === 'answered') return look('green', <CheckIcon size={13} />);
  if (state === 'closed') return look('plain', undefined);
  return look('amber', <ClockIcon size={13} />);
};
