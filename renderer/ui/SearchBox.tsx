import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon, SearchIcon } from './icons.tsx';
import { TextInput } from './TextInput.tsx';

/** how long a word is waited for before it is looked for, ms */
const settled = 200;

export interface SearchBoxProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (q: string) => void;
  readonly onEnter: () => void;
}

/** Looks for what was typed once it stands still; what the address says beats the box, as when it was cleared. */
export const SearchBox = ({ id, label, value, onChange, onEnter }: SearchBoxProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => latest.current(typed.trim()), settled);
    return () => clearTimeout(timer);
  }, [typed, value]);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  return (
    <TextInput
      id={id}
      value={typed}
      maxLength={64}
      allowClear={{
        clearIcon: (
          <>
            <span className="heard-only">{t('common.clearSearch')}</span>
            <CloseIcon size={14} />
          </>
        ),
      }}
      prefix={<SearchIcon size={15} />}
      placeholder={label}
      aria-label={label}
      onChange={setTyped}
      onPressEnter={onEnter}
    />
  );
};
