import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../db/contract/customerViews.ts';
import { orpc } from '../../lib/api.ts';
import { phone, plate } from '../../lib/formats.ts';
import type { FieldControlProps } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import inputs from './inputs.module.css';
import { useSettled } from './useSettled.ts';

export interface CustomerFinderProps extends FieldControlProps {
  readonly label: string;
  /** never found: the customer whose form this is */
  readonly exceptId?: string | undefined;
  readonly onHit: (hit: SearchHit, typed: string) => void;
  /** Enter where nobody was found: what was typed; left out where only somebody on file will do */
  readonly onNobody?: (typed: string) => void;
  /** what Enter does then, in words */
  readonly nobody?: string;
  readonly placeholder?: string;
}

/** Somebody on file, found as in the one box. Down and Enter choose; Enter on nobody begins a new one. */
export const CustomerFinder = ({
  label,
  exceptId,
  onHit,
  onNobody,
  nobody,
  placeholder,
  ...field
}: CustomerFinderProps) => {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [awaited, setAwaited] = useState(false);
  const text = typed.trim();
  const q = useSettled(text, 60);
  const found = useQuery(
    orpc.customers.search.queryOptions({
      input: { q, limit: 8 },
      enabled: q !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const hits = q === '' ? [] : (found.data?.hits ?? []).filter((hit) => hit.id !== exceptId);
  const settled = q === text && found.isFetched && !found.isFetching;
  const shown = open && text !== '';

  const choose = (index: number): void => {
    const hit = hits[index];
    if (hit) onHit(hit, text);
    else if (text !== '') onNobody?.(text);
  };
  useEffect(() => {
    if (!awaited || !settled) return;
    setAwaited(false);
    choose(0);
  });

  return (
    <div className={inputs['combo']}>
      <TextInput
        {...field}
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(shown && hits[at] ? { 'aria-activedescendant': `${listId}-${at}` } : {})}
        placeholder={placeholder ?? t('customer.form.findHint')}
        maxLength={64}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setAt(0);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || text === '') return;
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, Math.max(0, hits.length - 1)));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') {
            if (settled) choose(at);
            else setAwaited(true);
          } else if (event.key === 'Escape' && shown) setOpen(false);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {shown && (
        <div className={inputs['comboList']} id={listId} role="listbox" aria-label={label}>
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above hears the keys
            <div
              key={hit.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={inputs['comboOption']}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(index)}
            >
              <strong>{hit.name}</strong>
              <span className="quiet">{hit.phones[0] ? phone(hit.phones[0]) : ''}</span>
              <span className="quiet">
                {hit.vehicles
                  .slice(0, 2)
                  .map((vehicle) => [vehicle.plate && plate(vehicle.plate), vehicle.series].filter(Boolean).join(' '))
                  .join(' · ')}
              </span>
            </div>
          ))}
          {hits.length === 0 && settled && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above hears the keys
            <div
              className={inputs['comboOption']}
              role="option"
              aria-selected={onNobody !== undefined}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(0)}
            >
              {nobody ?? t(onNobody ? 'board.come.none' : 'customer.form.nobodyFound')}
            </div>
          )}
        </div>
      )}
    </div>
  );
};
