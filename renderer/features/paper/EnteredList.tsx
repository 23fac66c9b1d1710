import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import entry from '../tasks/sheetEntry.module.css';
import { codeWords } from './codeWords.ts';
import css from './paper.module.css';
import type { EnteredPapers } from './useEnteredPapers.ts';

/** What was entered in this sitting, the latest first; Alt Z takes the latest back. */
export const EnteredList = ({ entered: { rows, undo } }: { readonly entered: EnteredPapers }) => {
  const { t } = useTranslation();
  const latest = rows.find(({ state, command }) => state === 'entered' && command !== null);
  useHotkeys({ 'Alt+Z': () => latest && undo(latest) }, { inDialog: true });
  return (
    <section className={css['entered']} aria-label={t('paper.entered.title')}>
      <h3>
        {t('paper.entered.title')}
        {rows.length > 0 && (
          <span className="quiet">
            {t('paper.entered.count', { count: rows.filter(({ state }) => state !== 'undone').length })}
          </span>
        )}
      </h3>
      {rows.length === 0 ? (
        <p className="quiet">{t('paper.entered.none')}</p>
      ) : (
        <ol>
          {rows.map((row) => (
            <li key={row.id} data-undone={row.state === 'undone'}>
              <span className="quiet">{codeWords(row.code)}</span>
              <span className={css['said']}>
                {t('paper.entered.said', { name: row.name, words: row.words })}
                {row.refused !== null && (
                  <em role="alert" className={entry['wrong']}>
                    {row.refused}
                  </em>
                )}
              </span>
              {row.state === 'undone' ? (
                <span className="quiet">{t('paper.entered.undone')}</span>
              ) : row.command !== null ? (
                <ActionButton
                  size="small"
                  label={t('paper.entered.undo')}
                  {...(row === latest ? { keys: 'Alt+Z' } : {})}
                  aria-label={t('paper.entered.undoLabel', { name: row.name })}
                  loading={row.state === 'undoing'}
                  onClick={() => undo(row)}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
