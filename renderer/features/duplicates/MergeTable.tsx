import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { CustomerPage } from '../customer/shapes.ts';
import css from './duplicates.module.css';
import { fieldLabel, fieldWords } from './fieldWords.ts';
import { beside, type Choice, type Chosen, choiceOf, type FieldGroups, optionsOf } from './mergeChoices.ts';
import { SideFacts } from './SideFacts.tsx';
import type { ComparedField, Comparison, PairSide } from './shapes.ts';

export interface MergeTableProps {
  readonly comparison: Comparison;
  readonly keep: CustomerPage;
  readonly drop: CustomerPage;
  readonly groups: FieldGroups;
  readonly chosen: Chosen;
  readonly onChoose: (field: ComparedField, choice: Choice) => void;
  readonly onSwap: () => void;
}

/** A line a field, a column a file; ↑ ↓ go from line to line, ← → from file to file. */
export const MergeTable = (props: MergeTableProps) => {
  const { comparison, keep, drop, groups, onSwap } = props;
  const { t } = useTranslation();
  const [showSame, setShowSame] = useState(false);
  const { pair } = comparison;
  const sideOf = (id: string): PairSide => (pair.a.id === id ? pair.a : pair.b);
  const fields = [...groups.differ, ...groups.oneSided];
  const lines = (some: readonly ComparedField[]) =>
    some.map((field) => <FieldLine key={field.field} {...props} field={field} lines={fields} />);

  return (
    <Panel flush scrolls className={css['mergeBody'] ?? ''}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['corner']}>
              <ActionButton size="small" label={t('duplicates.merge.swap')} keys="X" onClick={onSwap} />
            </th>
            <FileHead side={sideOf(comparison.keep.id)} stays />
            <FileHead side={sideOf(comparison.drop.id)} />
          </tr>
        </thead>
        {groups.differ.length > 0 && (
          <tbody>
            <GroupLine>{t('duplicates.merge.differ', { n: groups.differ.length })}</GroupLine>
            {lines(groups.differ)}
          </tbody>
        )}
        {groups.oneSided.length > 0 && (
          <tbody>
            <GroupLine>{t('duplicates.merge.oneSided', { n: groups.oneSided.length })}</GroupLine>
            {lines(groups.oneSided)}
          </tbody>
        )}
        {groups.same.length > 0 && (
          <tbody>
            <GroupLine>
              <button
                type="button"
                className={css['fold']}
                aria-expanded={showSame}
                onClick={() => setShowSame(!showSame)}
              >
                {showSame ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />}
                {t('duplicates.merge.same', { n: groups.same.length })}
              </button>
            </GroupLine>
            {showSame &&
              groups.same.map(({ field }) => (
                <tr key={field}>
                  <th scope="row">{t(fieldLabel(field))}</th>
                  <td className="quiet">{fieldWords(field, keep, t)}</td>
                  <td className="quiet">{fieldWords(field, drop, t)}</td>
                </tr>
              ))}
          </tbody>
        )}
      </table>
    </Panel>
  );
};

const GroupLine = ({ children }: { readonly children: ReactNode }) => (
  <tr className={css['group']}>
    <th scope="rowgroup" colSpan={3}>
      {children}
    </th>
  </tr>
);

const FileHead = ({ side, stays = false }: { readonly side: PairSide; readonly stays?: boolean }) => {
  const { t } = useTranslation();
  return (
    <th scope="col">
      <div className={css['fileName']}>
        <strong>{side.name}</strong>
        <Chip tone={stays ? 'brand' : 'plain'}>{t(stays ? 'duplicates.merge.stays' : 'duplicates.merge.goes')}</Chip>
      </div>
      <SideFacts side={side} />
    </th>
  );
};

interface FieldLineProps extends MergeTableProps {
  readonly field: ComparedField;
  /** all lines that can be chosen, top down */
  readonly lines: readonly ComparedField[];
}

const FieldLine = ({ comparison, keep, drop, chosen, onChoose, field, lines }: FieldLineProps) => {
  const { t } = useTranslation();
  const keepId = comparison.keep.id;
  const label = t(fieldLabel(field.field));
  const choice = choiceOf(field, chosen, keepId);
  const name = `merge-${field.field}`;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        onChoose(field, beside(field, choice, event.key === 'ArrowLeft' ? -1 : 1));
        focusLine(event.currentTarget, field, beside(field, choice, event.key === 'ArrowLeft' ? -1 : 1));
        break;
      case 'ArrowUp':
      case 'ArrowDown': {
        const next = lines[lines.indexOf(field) + (event.key === 'ArrowUp' ? -1 : 1)];
        if (next) focusLine(event.currentTarget, next, choiceOf(next, chosen, keepId));
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  };

  const option = (of: Choice, words: string) => (
    <label className={choice === of ? `${css['option']} ${css['taken']}` : css['option']}>
      <input
        type="radio"
        name={name}
        data-choice={of}
        checked={choice === of}
        aria-label={`${label}: ${words || t('duplicates.merge.empty')}`}
        onChange={() => onChoose(field, of)}
      />
      <span className={words ? css['value'] : 'quiet'}>{words || t('duplicates.merge.empty')}</span>
    </label>
  );
  return (
    <tr className={css['line']} data-field={field.field} onKeyDown={onKeyDown}>
      <th scope="row">{label}</th>
      <td>{option('keep', fieldWords(field.field, keep, t))}</td>
      <td>
        {option('drop', fieldWords(field.field, drop, t))}
        {optionsOf(field).includes('both') && option('both', t('duplicates.merge.both'))}
        {field.field === 'phones' && <span className={css['under']}>{t('duplicates.merge.phones')}</span>}
      </td>
    </tr>
  );
};

const focusLine = (line: HTMLElement, field: ComparedField, choice: Choice): void => {
  const target = line
    .closest('table')
    ?.querySelector<HTMLElement>(`tr[data-field="${field.field}"] input[data-choice="${choice}"]`);
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
};
