import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { isHotkey } from '../lib/hotkeys.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import type { Command } from './feature.ts';

export interface HitActionsProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly name: string;
  readonly commands: readonly Command[];
  readonly onAct: (command: Command) => void;
  /** Esc or Shift Tab: on with typing */
  readonly onBack: () => void;
}

/** What can be done for the chosen hit, a Tab away: arrows move, a letter does it at once. */
export const HitActions = ({ ref, name, commands, onAct, onBack }: HitActionsProps) => {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const named = commands.find(({ key }) => key !== undefined && isHotkey(event.nativeEvent, key));
    if (named) onAct(named);
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
      {commands.map((command) => (
        <button
          type="button"
          key={command.id}
          {...(command.key ? { 'aria-keyshortcuts': command.key } : {})}
          onClick={() => onAct(command)}
        >
          {t(command.onHit?.labelKey ?? command.labelKey)}
          {command.key && <KeyHint keys={command.key} />}
        </button>
      ))}
    </div>
  );
};
