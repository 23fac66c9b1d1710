import { useId } from 'react';
import { TextInput } from '../../ui/TextInput.tsx';
import css from './rules.module.css';

export interface TableTextProps {
  /** row and column, for those who hear it */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly wrong: string | undefined;
  readonly disabled?: boolean;
  /** letters and more than figures */
  readonly words?: boolean;
  readonly maxLength?: number;
}

/** One box in a table of a form, with what is wrong beneath it. */
export const TableText = ({ label, value, onChange, wrong, disabled, words, maxLength = 12 }: TableTextProps) => {
  const noteId = useId();
  return (
    <>
      <TextInput
        aria-label={label}
        {...(wrong ? { 'aria-invalid': true, 'aria-describedby': noteId, status: 'error' as const } : {})}
        {...(words ? {} : { inputMode: 'decimal' as const })}
        value={value}
        maxLength={maxLength}
        disabled={disabled ?? false}
        onChange={onChange}
      />
      {wrong && (
        <div id={noteId} className={css['cellWrong']} role="alert">
          {wrong}
        </div>
      )}
    </>
  );
};
