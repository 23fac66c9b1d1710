import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldControlProps } from '../../ui/FormField.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import css from './inputs.module.css';

export interface WordsInputProps extends FieldControlProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** words in use elsewhere, offered while one types */
  readonly known?: readonly string[];
  readonly placeholder?: string;
  /** words at most */
  readonly most?: number;
}

/** A few short words (tags, interests): Enter or a comma adds what is typed, Backspace in the empty box removes the last. */
export const WordsInput = ({
  value,
  onChange,
  known = [],
  placeholder,
  most = 20,
  status: _tone,
  ...field
}: WordsInputProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const listId = useId();
  const add = (text: string): void => {
    const words = text
      .split(/[,，、;；\n]/)
      .map((word) => word.trim().slice(0, 20))
      .filter((word) => word !== '' && !value.includes(word));
    if (words.length > 0) onChange([...value, ...new Set(words)].slice(0, most));
    setTyped('');
  };
  return (
    <div className={css['words']}>
      {value.map((word) => (
        <span key={word} className={css['word']}>
          {word}
          <button
            type="button"
            className={css['wordRemove']}
            aria-label={t('customer.form.removeWord', { word })}
            onClick={() => onChange(value.filter((other) => other !== word))}
          >
            <CloseIcon size={12} />
          </button>
        </span>
      ))}
      <input
        {...field}
        className={css['wordsInput']}
        list={listId}
        autoComplete="off"
        value={typed}
        placeholder={value.length === 0 ? placeholder : undefined}
        onChange={(event) => {
          const text = event.target.value;
          if (/[,，、;；]/.test(text) || known.includes(text)) add(text);
          else setTyped(text);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '' && value.length > 0) {
            onChange(value.slice(0, -1));
          }
        }}
        onBlur={() => add(typed)}
      />
      <datalist id={listId}>
        {known
          .filter((word) => !value.includes(word))
          .map((word) => (
            <option key={word} value={word} />
          ))}
      </datalist>
    </div>
  );
};
