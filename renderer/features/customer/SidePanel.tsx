import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import css from './sidePanel.module.css';

export interface SidePanelProps {
  readonly title: string;
  readonly sub?: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A form over the customer page: the browser's own modal dialog, so focus stays inside, Esc closes (what was typed is
 * kept by the form) and the focus goes back to where it was.
 */
export const SidePanel = ({ title, sub, wide, onClose, foot, children }: SidePanelProps) => {
  const { t } = useTranslation();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      const back =
        before instanceof HTMLElement && before !== document.body ? before : document.getElementById('content');
      // After React has taken the dialog out: until then everything outside it is inert.
      queueMicrotask(() => back?.focus({ preventScroll: true }));
    };
  }, []);
  useEffect(() => {
    const first = body.current?.querySelector<HTMLElement>(
      '[data-first] input, [data-first] textarea, [data-first] select, input, textarea, select, button',
    );
    const wanted = body.current?.querySelector<HTMLElement>('[data-first] :is(input, textarea, select)');
    (wanted ?? first)?.focus();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={wide ? `${css['dialog']} ${css['wide']}` : css['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={css['head']}>
        <h2 id={titleId}>{title}</h2>
        {sub && <span className={css['sub']}>{sub}</span>}
        <button type="button" className={css['close']} aria-label={t('common.close')} onClick={onClose}>
          <KeyHint keys="Esc" />
          <CloseIcon size={16} />
        </button>
      </div>
      <div ref={body} className={css['body']}>
        {children}
      </div>
      {foot !== undefined && <div className={css['foot']}>{foot}</div>}
    </dialog>
  );
};
