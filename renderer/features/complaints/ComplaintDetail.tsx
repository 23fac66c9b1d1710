import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { careError, errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useSave } from '../../lib/useSave.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ChatIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { usePrintComplaint } from '../complaintReports/usePrintComplaint.ts';
import { ActionsPart } from './ActionsPart.tsx';
import { AttachmentsPart } from './AttachmentsPart.tsx';
import { BreachNotice } from './BreachNotice.tsx';
import { ClockCards } from './ClockCards.tsx';
import { CompensationPart } from './CompensationPart.tsx';
import { DetailHead } from './DetailHead.tsx';
import { type Deed, deedLabel, deeds, isOffered, nextDeed } from './deeds.ts';
import css from './detail.module.css';
import { FactsPart } from './FactsPart.tsx';
import { PromisesPart } from './PromisesPart.tsx';
import { RecordPart } from './RecordPart.tsx';
import type { ComplaintPage } from './shapes.ts';
import { WhatPart } from './WhatPart.tsx';

/** The forms come after the page, in a quiet moment. */
const loadPanels = () => import('./DeedPanels.tsx');
const DeedPanels = lazy(loadPanels);

export type OpenPanel = (what: string, more?: Readonly<Record<string, string>>) => void;

export interface ComplaintDetailProps {
  readonly id: string;
  readonly read: Pick<UseQueryResult<ComplaintPage>, 'data' | 'error' | 'refetch'>;
  /** what Enter does: set by this */
  readonly enter: RefObject<() => void>;
  readonly onOpen: OpenPanel;
  readonly onClose: () => void;
}

/** One complaint, whole: where it stands, how long is left, who did what, and what comes next. */
export const ComplaintDetail = ({ id, read, enter, onOpen, onClose }: ComplaintDetailProps) => {
  const { t } = useTranslation();
  const { data, error } = read;
  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 200);
    return () => clearTimeout(timer);
  }, []);
  if (data?.complaint.id === id) return <Page page={data} enter={enter} onOpen={onOpen} onClose={onClose} />;
  if (error && careError(error)?.code !== 'INTERNAL' && isGone(error)) {
    return (
      <EmptyState icon={<ChatIcon size={32} />} title={t('complaints.gone.title')}>
        {t('complaints.gone.text')}
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
  readonly page: ComplaintPage;
  readonly enter: RefObject<() => void>;
  readonly onOpen: OpenPanel;
  readonly onClose: () => void;
}

const Page = ({ page, enter, onOpen, onClose }: PageProps) => {
  const { t } = useTranslation();
  const wanted = useQueryValue('do');
  const files = useRef<HTMLInputElement>(null);
  const { complaint } = page;
  const resume = useSave(api.complaints.resume, {
    stale: [orpc.complaints.key()],
    onDone: () => notify(t('complaints.said.resume'), { tone: 'green' }),
    onFail: (failure) => notify(errorText(failure, t), { tone: 'amber' }),
  });
  const printing = usePrintComplaint();

  const perform = (deed: Deed): void => {
    if (!isOffered(deed, complaint)) {
      notify(t('complaints.notNow', { deed: t(deedLabel(deed)), step: t(`complaints.step.${complaint.step}`) }));
      return;
    }
    switch (deed) {
      case 'resume':
        if (!resume.isPending) resume.mutate({ id: complaint.id, version: complaint.version });
        return;
      case 'attach':
        files.current?.click();
        return;
      case 'print':
        printing.print(complaint.id);
        return;
      default:
        onOpen(deed);
    }
  };
  const enterNext = (): void => {
    const deed = nextDeed(complaint);
    if (deed) perform(deed);
  };
  useEffect(() => {
    enter.current = enterNext;
  });
  // another complaint, or none, has another next deed
  useEffect(
    () => () => {
      enter.current = () => undefined;
    },
    [enter],
  );
  useScreenDeeds({
    ...Object.fromEntries(deeds.map((deed) => [`complaints.${deed}`, () => perform(deed)])),
    'complaints.next': enterNext,
  });

  return (
    <article className={css['detail']} aria-label={`${complaint.number} ${complaint.title}`}>
      <DetailHead page={page} onDeed={perform} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a short one holds nothing that can take the focus */}
      <section className={css['reads']} data-reads aria-label={t('complaints.whole')} tabIndex={0}>
        <BreachNotice page={page} onExplain={() => perform('explain')} />
        <ClockCards page={page} />
        <div className={css['columns']}>
          <div className={css['column']}>
            <WhatPart complaint={complaint} />
            <RecordPart events={page.events} />
          </div>
          <div className={css['column']}>
            <FactsPart page={page} />
            <PromisesPart
              promises={page.promises}
              onAdd={isOffered('promise', complaint) ? () => perform('promise') : undefined}
              onMove={(one) => onOpen('movePromise', { part: one.id })}
            />
            <ActionsPart page={page} onOpen={onOpen} />
            <CompensationPart page={page} onOpen={onOpen} />
            <AttachmentsPart
              to={{ subject: 'complaint', subjectId: complaint.id }}
              rows={page.attachments}
              input={files}
            />
          </div>
        </div>
      </section>
      <Suspense>{wanted && <DeedPanels page={page} onClose={onClose} />}</Suspense>
    </article>
  );
};
