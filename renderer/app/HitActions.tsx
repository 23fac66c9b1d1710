import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { isHotkey } from '../lib/hotkeys.ts';
import { KeyHint } from '../ui/KeyHint.tsx';

const hitActions = [
  { id: 'visit', key: 'V' },
  { id: 'edit', key: 'E' },
  { id: 'note', key: 'N' },
] as const;

export interface HitActionsProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly name: string;
  readonly onAct: (action: (typeof hitActions)[number]['id']) => void;
  /** Esc or Shift Tab: on with typing */
  readonly onBack: () => void;
}

/** What can be done for the chosen hit, a Tab away: arrows move, a letter does it at once. */
export const HitActions = ({ ref, name, onAct, onBack }: HitActionsProps) => {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const named = hitActions.find((action) => isHotkey(event.nativeEvent, action.key));
    if (named) onAct(named.id);
    else if (event.key === 'ArrowRight') buttons[(at + 1) % buttons.length]?.focus();
    else if (event.key === 'ArrowLeft') buttons[(at - 1 + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'ArrowUp' || (event.key === 'Tab' && event.shiftKey)) onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form
    <div
      className="one-box-actions"
      ref={ref}
      role="group"
      aria-label={t('common.box.actionsFor', { name })}
      onKeyDown={onKeyDown}
    >
      <div className="one-box-actions-head" aria-hidden="true">
        {t('common.box.actionsFor', { name })} <KeyHint keys="Tab" />
      </div>
      {hitActions.map((action) => (
        <button type="button" key={action.id} aria-keyshortcuts={action.key} onClick={() => onAct(action.id)}>
          {t(`common.box.actions.${action.id}`)}
          <KeyHint keys={action.key} />
        </button>
      ))}
    </div>
  );
};
