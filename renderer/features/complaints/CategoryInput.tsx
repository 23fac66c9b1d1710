import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldControlProps } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { type CategoryChoice, matchingCategories } from './categoryChoices.ts';
import css from './form.module.css';

export interface CategoryInputProps extends FieldControlProps {
  readonly label: string;
  readonly choices: readonly CategoryChoice[];
  /** '' while none is chosen */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Two levels in one field: digits or a piece of the name narrow the list, ↑ ↓ and Enter or Tab choose. */
export const CategoryInput = ({ label, choices, value, onChange, ...field }: CategoryInputProps) => {
  const { t } = useTranslation();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const chosen = choices.find(({ code }) => code === value);
  const open = typed !== null;
  const shown = matchingCategories(choices, typed ?? '');
  const current = shown[Math.min(at, shown.length - 1)];

  const begin = (): void => {
    setTyped('');
    setAt(
      Math.max(
        0,
        choices.findIndex(({ code }) => code === value),
      ),
    );
  };
  const choose = (choice: CategoryChoice | undefined): void => {
    if (choice) onChange(choice.code);
    setTyped(null);
  };
  const move = (by: 1 | -1): void => {
    const next = (Math.min(at, shown.length - 1) + by + shown.length) % Math.max(1, shown.length);
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className={css['combo']}>
      <TextInput
        {...field}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(open && current ? { 'aria-activedescendant': `${listId}-${current.code}` } : {})}
        value={typed ?? chosen?.name ?? value}
        placeholder={chosen?.name ?? t('complaints.form.categoryHint')}
        onChange={(text) => {
          setTyped(text);
          setAt(0);
        }}
        onMouseDown={() => {
          if (!open) begin();
        }}
        onBlur={() => {
          // what was narrowed to one line is meant, where Tab goes on
          if (open && typed.trim() !== '') choose(current);
          else setTyped(null);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            if (open) move(event.key === 'ArrowDown' ? 1 : -1);
            else begin();
          } else if (event.key === 'Enter' && open) choose(current);
          else if (event.key === 'Escape' && open) setTyped(null);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {open && (
        <div className={css['comboList']} id={listId} ref={list} role="listbox" aria-label={label}>
          {shown.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
            <div
              key={choice.code}
              id={`${listId}-${choice.code}`}
              role="option"
              aria-selected={choice === current}
              tabIndex={-1}
              className={css['option']}
              data-child={choice.child}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => choose(choice)}
            >
              <span className={css['optionKey']}>{choice.digits}</span>
              <span>{typed.trim() === '' ? choice.own : choice.name}</span>
            </div>
          ))}
          {shown.length === 0 && (
            <div role="option" aria-selected={false} aria-disabled tabIndex={-1} className={css['option']}>
              {t('complaints.form.noCategory')}
            </div>
          )}
        </div>
      )}
    </div>
  );
};
