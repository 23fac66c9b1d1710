import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../ui/icons.tsx';
import type { Command } from './feature.ts';
import { KeyRows, keyRows } from './KeyRows.tsx';

/** The keys of this screen, on `?`. */
export const KeyList = ({
  commands,
  onClose,
}: {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="key-list" aria-label={t('common.keys.title')} onClose={onClose}>
      <div className="panel-head">
        <h2 className="panel-title">{t('common.keys.title')}</h2>
        <form method="dialog" className="panel-actions">
          <button type="submit" className="notice-close" aria-label={t('common.close')}>
            <CloseIcon size={16} />
          </button>
        </form>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it can take the focus */}
      <section className="key-scroll" aria-label={t('common.keys.title')} tabIndex={0}>
        <KeyRows rows={keyRows(commands, t)} />
      </section>
    </dialog>
  );
};
