import { type ReactNode, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../lib/notices.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import css from '../complaints/detail.module.css';
import { type Deed, deedKeys, deedLabel, deedsOf, isNextDeed } from './deeds.ts';
import { StepsBar } from './StepsBar.tsx';
import type { Service } from './shapes.ts';

export interface JobFrameProps {
  readonly service: Service;
  readonly number: string;
  readonly kind: string;
  readonly state: { readonly tone: ChipTone; readonly words: string };
  /** the way it goes, in words, and how far it is; null: it was broken off */
  readonly steps: { readonly names: readonly string[]; readonly at: number } | null;
  /** what can be done now, the one that brings it on first */
  readonly offered: readonly Deed[];
  readonly enter: RefObject<() => void>;
  readonly onDeed: (deed: Deed) => void;
  /** beside each other: what it is about, and the facts */
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** the form that is open */
  readonly children: ReactNode;
}

/** A job, whole: its number and state, what comes next under Enter, what else can be done, and below all that is known. */
export const JobFrame = (props: JobFrameProps) => {
  const { service, number, kind, state, steps, offered, enter, onDeed, left, right, children } = props;
  const { t } = useTranslation();
  const perform = (deed: Deed): void => {
    if (offered.includes(deed)) onDeed(deed);
    else notify(t('club.notNow', { deed: t(deedLabel(deed)), state: state.words }));
  };
  const first = offered.find(isNextDeed);
  const enterNext = (): void => {
    if (first) perform(first);
  };
  useEffect(() => {
    enter.current = enterNext;
  });
  // another job, or none, has another next deed
  useEffect(
    () => () => {
      enter.current = () => undefined;
    },
    [enter],
  );
  useScreenDeeds({
    ...Object.fromEntries(deedsOf[service].map((deed) => [`club.${deed}`, () => perform(deed)])),
    'club.next': enterNext,
  });
  return (
    <article className={css['detail']} aria-label={number}>
      <header className={`panel ${css['head']}`}>
        <div className={css['headLine']}>
          <h2 className={css['title']}>{number}</h2>
          <span className={css['chips']}>
            <Chip>{kind}</Chip>
            <Chip tone={state.tone} icon={<ToneIcon tone={state.tone} />}>
              {state.words}
            </Chip>
          </span>
          <span className={css['headActions']}>
            {first && (
              <ActionButton type="primary" label={t(deedLabel(first))} keys="Enter" onClick={() => perform(first)} />
            )}
          </span>
        </div>
        {steps && <StepsBar {...steps} />}
        <ControlGroup label={t('club.deeds')} className={css['deeds']}>
          {offered
            .filter((deed) => deed !== first)
            .map((deed) => (
              <ActionButton
                key={deed}
                size="small"
                label={t(deedLabel(deed))}
                keys={deedKeys[deed]}
                onClick={() => perform(deed)}
              />
            ))}
        </ControlGroup>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a short one holds nothing that can take the focus */}
      <section className={css['reads']} data-reads aria-label={t('club.whole')} tabIndex={0}>
        <div className={css['columns']}>
          <div className={css['column']}>{left}</div>
          <div className={css['column']}>{right}</div>
        </div>
      </section>
      {children}
    </article>
  );
};
