import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { careError } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useMay } from '../../lib/session.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FaceIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import css from '../complaints/detail.module.css';
import { AnswersPart } from './AnswersPart.tsx';
import { type Deed, deedKeys, deedLabel, deeds, isOffered, nextDeed, otherDeeds } from './deeds.ts';
import { ResponseFacts } from './ResponseFacts.tsx';
import type { Response } from './shapes.ts';
import { stateOf } from './stateOf.ts';

/** The forms come after the page, in a quiet moment. */
const loadPanels = () => import('./ResponsePanels.tsx');
const ResponsePanels = lazy(loadPanels);

export interface ResponseDetailProps {
  readonly read: Pick<UseQueryResult<Response>, 'data' | 'error' | 'refetch'>;
  /** what Enter does: set by this */
  readonly enter: RefObject<() => void>;
  readonly onOpen: (what: string) => void;
  readonly onClose: () => void;
}

/** Somebody's answers, whole: what they said, about which service, and what was done about it. */
export const ResponseDetail = ({ read, enter, onOpen, onClose }: ResponseDetailProps) => {
  const { t } = useTranslation();
  const { data, error } = read;
  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 200);
    return () => clearTimeout(timer);
  }, []);
  if (data) return <Page response={data} enter={enter} onOpen={onOpen} onClose={onClose} />;
  if (isGone(error)) {
    return (
      <EmptyState icon={<FaceIcon size={32} />} title={t('surveys.gone.title')}>
        {t('surveys.gone.text')}
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
  readonly response: Response;
  readonly enter: RefObject<() => void>;
  readonly onOpen: (what: string) => void;
  readonly onClose: () => void;
}

const Page = ({ response, enter, onOpen, onClose }: PageProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const mayRemove = useMay()(managers);
  const wanted = useQueryValue('do');
  const name = response.name ?? t('surveys.nameless');
  const perform = (deed: Deed): void => {
    if (!isOffered(deed, response, mayRemove)) notify(t(`surveys.notNow.${deed}`));
    else if (deed === 'call') go(`/tasks/${response.customerId}`);
    else onOpen(deed);
  };
  const enterNext = (): void => {
    const deed = nextDeed(response);
    if (deed) perform(deed);
  };
  useEffect(() => {
    enter.current = enterNext;
  });
  // other answers, or none, have another next deed
  useEffect(
    () => () => {
      enter.current = () => undefined;
    },
    [enter],
  );
  useScreenDeeds({
    ...Object.fromEntries(deeds.map((deed) => [`surveys.${deed}`, () => perform(deed)])),
    'surveys.next': enterNext,
  });
  return (
    <article className={css['detail']} aria-label={name}>
      <Head response={response} name={name} mayRemove={mayRemove} onDeed={perform} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a short one holds nothing that can take the focus */}
      <section className={css['reads']} data-reads aria-label={t('surveys.whole')} tabIndex={0}>
        <div className={css['columns']}>
          <div className={css['column']}>
            <AnswersPart response={response} />
          </div>
          <div className={css['column']}>
            <ResponseFacts response={response} />
          </div>
        </div>
      </section>
      <Suspense>{wanted && <ResponsePanels response={response} onClose={onClose} />}</Suspense>
    </article>
  );
};

interface HeadProps {
  readonly response: Response;
  readonly name: string;
  readonly mayRemove: boolean;
  readonly onDeed: (deed: Deed) => void;
}

const Head = ({ response, name, mayRemove, onDeed }: HeadProps) => {
  const { t } = useTranslation();
  const first = nextDeed(response);
  const others = otherDeeds(response, mayRemove);
  const { tone, words } = stateOf(response, t);
  return (
    <header className={`panel ${css['head']}`}>
      <div className={css['headLine']}>
        <h2 className={css['title']}>{name}</h2>
        <span className={css['chips']}>
          <Chip>{response.questionnaire}</Chip>
          <Chip>{t(`surveys.channel.${response.channel}`)}</Chip>
          {words && (
            <Chip tone={tone} icon={<ToneIcon tone={tone} />}>
              {words}
            </Chip>
          )}
        </span>
        <span className={css['headActions']}>
          {first && (
            <ActionButton type="primary" label={t(deedLabel(first))} keys="Enter" onClick={() => onDeed(first)} />
          )}
        </span>
      </div>
      {others.length > 0 && (
        <ControlGroup label={t('surveys.deeds')} className={css['deeds']}>
          {others.map((deed) => (
            <ActionButton
              key={deed}
              size="small"
              danger={deed === 'remove'}
              label={t(deedLabel(deed))}
              keys={deedKeys[deed]}
              onClick={() => onDeed(deed)}
            />
          ))}
        </ControlGroup>
      )}
    </header>
  );
};
