import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import type { Command } from './feature.ts';

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
  const keyed = commands.filter((command) => command.key !== undefined);
  const rows: readonly (readonly [string, string])[] = [
    ['Ctrl+K', t('common.keys.box')],
    ['Enter', t('common.keys.boxEnter')],
    ['Tab', t('common.keys.boxTab')],
    ...keyed.map((command): readonly [string, string] => [command.key ?? '', t(command.labelKey)]),
    ['Ctrl+S', t('common.keys.save')],
    ['Esc', t('common.keys.back')],
    ['?', t('common.keys.list')],
  ];
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
      <dl>
        {rows.map(([key, label]) => (
          <div key={`${key} ${label}`}>
            <dt>
              <KeyHint keys={key} />
              <span className="heard-only">{key}</span>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
};
