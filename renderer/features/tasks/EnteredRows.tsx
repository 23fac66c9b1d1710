import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import css from './sheetEntry.module.css';
import type { EnteredRows as Entered } from './useEnteredRows.ts';

/** What was entered in this sitting, the latest first; Alt Z takes the latest back. */
export const EnteredRows = ({ entered: { rows, undo } }: { readonly entered: Entered }) => {
  const { t } = useTranslation();
  const latest = rows.find(({ state, command }) => state === 'entered' && command !== null);
  useHotkeys({ 'Alt+Z': () => latest && undo(latest) }, { inDialog: true });
  return (
    <section className={css['entered']} aria-label={t('callSheets.list.title')}>
      <h3>
        {t('callSheets.list.title')}
        {rows.length > 0 && (
          <span className="quiet">
            {t('callSheets.list.count', { count: rows.filter(({ state }) => state !== 'undone').length })}
          </span>
        )}
      </h3>
      {rows.length === 0 ? (
        <p className="quiet">{t('callSheets.list.none')}</p>
      ) : (
        <ol>
          {rows.map((row) => (
            <li key={row.id} data-undone={row.state === 'undone'}>
              <span className="quiet">{row.code}</span>
              <span className={css['said']}>
                {t('callSheets.list.said', { name: row.name, outcome: t(`tasks.outcome.${row.outcome}`) })}
                {row.refused !== null && (
                  <em role="alert" className={css['wrong']}>
                    {row.refused}
                  </em>
                )}
              </span>
              {row.state === 'undone' ? (
                <span className="quiet">{t('callSheets.list.undone')}</span>
              ) : row.command !== null ? (
                <ActionButton
                  size="small"
                  label={t('callSheets.list.undo')}
                  {...(row === latest ? { keys: 'Alt+Z' } : {})}
                  aria-label={t('callSheets.list.undoLabel', { name: row.name })}
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
