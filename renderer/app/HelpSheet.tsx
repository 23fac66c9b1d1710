import './help.css';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePath } from '../lib/place.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import type { Command } from './feature.ts';
import { routeOf } from './features.ts';
import { helpTopicOf } from './helpTopics.ts';
import { KeyRows, keyRows } from './KeyRows.tsx';
import { startTour } from './tourSteps.ts';

export interface HelpSheetProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** F1: what the screen shown is for, in a few sentences, and its keys. */
const HelpSheet = ({ commands, onClose }: HelpSheetProps) => {
  const { t } = useTranslation();
  const topic = helpTopicOf(routeOf(usePath()));
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const tour = (): void => {
    onClose();
    startTour();
  };
  return (
    <dialog ref={dialog} className="help-sheet" aria-labelledby="help-title" onClose={onClose}>
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
        <ul className="help-text">
          {t(`help.topics.${topic}.text`)
            .split('\n')
            .map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
        </ul>
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
