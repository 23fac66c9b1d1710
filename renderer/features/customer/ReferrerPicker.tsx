import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { phone, plate } from '../../lib/formats.ts';
import type { FieldControlProps } from '../../ui/FormField.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import css from './inputs.module.css';
import { useSettled } from './useSettled.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface ReferrerPickerProps extends FieldControlProps {
  readonly value: Person | null;
  readonly onChange: (value: Person | null) => void;
  /** the customer whose form this is: nobody refers themselves */
  readonly exceptId?: string | undefined;
  readonly label: string;
}

/** 介绍人, or a relation's own file: another customer, found as in the one box. Down and Enter choose, Esc closes the list. */
export const ReferrerPicker = ({ value, onChange, exceptId, label, ...field }: ReferrerPickerProps) => {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const q = useSettled(typed.trim(), 150);
  const found = useQuery(
    orpc.customers.search.queryOptions({
      input: { q, limit: 8 },
      enabled: q !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const hits = q === '' ? [] : (found.data?.hits ?? []).filter((hit) => hit.id !== exceptId);

  if (value) {
    return (
      <div className={css['chosen']}>
        <span>{value.name}</span>
        <button
          type="button"
          id={field.id}
          className={css['wordRemove']}
          aria-label={t('customer.form.referrerClear')}
          onClick={() => onChange(null)}
        >
          <CloseIcon size={14} />
        </button>
      </div>
    );
  }
  const choose = (person: Person | undefined): void => {
    if (!person) return;
    onChange({ id: person.id, name: person.name });
    setTyped('');
    setOpen(false);
  };
  const shown = open && typed.trim() !== '';
  return (
    <div className={css['combo']}>
      <TextInput
        {...field}
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(shown && hits[at] ? { 'aria-activedescendant': `${listId}-${at}` } : {})}
        placeholder={t('customer.form.referrerHint')}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setAt(0);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (!shown || event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') choose(hits[at]);
          else if (event.key === 'Escape') setOpen(false);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {shown && (
        <div className={css['comboList']} id={listId} role="listbox" aria-label={label}>
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above hears the keys
            <div
              key={hit.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={css['comboOption']}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
            >
              <strong>{hit.name}</strong>
              <span className="quiet">{hit.phones[0] ? phone(hit.phones[0]) : ''}</span>
              <span className="quiet">{hit.vehicles[0]?.plate ? plate(hit.vehicles[0].plate) : ''}</span>
            </div>
          ))}
          {hits.length === 0 && found.isFetched && !found.isFetching && (
            <div className={css['comboOption']} role="option" aria-selected={false} aria-disabled="true" tabIndex={-1}>
              {t('customer.form.referrerNone')}
            </div>
          )}
        </div>
      )}
    </div>
  );
};
