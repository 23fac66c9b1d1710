import './help.css';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParam, usePath, useQueryValue } from '../lib/place.ts';
import { useMe } from '../lib/session.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import type { Command } from './feature.ts';
import { routeOf } from './features.ts';
import { helpPicture, isPictured, type PicturedTopic } from './helpPictures.ts';
import { formTopicOf, type HelpTopic, helpTopicOf } from './helpTopics.ts';
import { KeyRows, keyRows } from './KeyRows.tsx';
import { startTour } from './tourSteps.ts';

export interface HelpSheetProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** F1: what the screen or the form shown is for, what one does there and in which order, and the keys. */
const HelpSheet = ({ commands, onClose }: HelpSheetProps) => {
  const { t } = useTranslation();
  const topic = useTopic();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const tour = (): void => {
    onClose();
    startTour();
  };
  const [lead, ...steps] = t(`help.topics.${topic}.text`).split('\n');
  return (
    <dialog
      ref={dialog}
      className="help-sheet"
      aria-labelledby="help-title"
      onClose={onClose}
      onKeyDown={(event) => {
        // Esc puts the sheet away, not the form beneath it
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      <div className="panel-head">
        <h2 className="panel-title" id="help-title">
          {t('help.title')} · {t(`help.topics.${topic}.title`)}
        </h2>
        <form method="dialog" className="panel-actions">
          <button type="submit" className="notice-close" aria-label={t('common.close')}>
            <KeyHint keys="Esc" />
            <CloseIcon size={16} />
          </button>
        </form>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it can take the focus */}
      <section className="help-body" aria-labelledby="help-title" tabIndex={0}>
        <p className="help-lead">{lead}</p>
        {isPictured(topic) && <Picture topic={topic} />}
        {steps.length > 0 && (
          <ol className="help-text">
            {steps.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        )}
        <h3>{t('help.keys')}</h3>
        <KeyRows rows={keyRows(commands, t)} />
      </section>
      <div className="help-foot">
        <Button onClick={tour}>{t('help.tour')}</Button>
      </div>
    </dialog>
  );
};

export default HelpSheet;

const Picture = ({ topic }: { readonly topic: PicturedTopic }) => {
  const { t } = useTranslation();
  const source = helpPicture(topic);
  return source ? <img className="help-picture" src={source} alt={t(`help.topics.${topic}.picture`)} /> : null;
};

/** The form on top where it has words of its own, else the screen; as it was when the sheet was opened. */
const useTopic = (): HelpTopic => {
  const { t } = useTranslation();
  const place = {
    route: routeOf(usePath()),
    view: useQueryValue('view'),
    role: useMe()?.role,
    section: useParam('section'),
  };
  const [form] = useState(() => {
    const shown = titleOnTop();
    return shown === null ? null : formTopicOf(shown, (key) => t(key, { skipInterpolation: true }));
  });
  return form ?? helpTopicOf(place);
};

/** What the uppermost form is called; null where none is open. */
const titleOnTop = (): string | null => {
  const titles = document.querySelectorAll<HTMLElement>('dialog[open]:not(.help-sheet) h2, .ant-modal-title');
  const seen = [...titles].filter((title) => title.offsetParent !== null || title.getClientRects().length > 0);
  return seen.at(-1)?.textContent?.trim() ?? null;
};
