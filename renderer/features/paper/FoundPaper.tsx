import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { plate } from '../../lib/formats.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import { refusalText } from '../customer/refusal.ts';
import entry from '../tasks/sheetEntry.module.css';
import { SignInForm } from './SignInForm.tsx';
import { SurveyForm } from './SurveyForm.tsx';
import type { FoundPaper as Found } from './shapes.ts';
import type { Entered } from './useEnteredPapers.ts';

export interface FoundPaperProps {
  readonly found: Found;
  readonly onEntered: (what: Omit<Entered, 'code'>, isUndoable: boolean) => void;
  readonly onUnused: () => void;
}

/** What a code names, and its form; nobody wrote on it: 未使用. */
export const FoundPaper = ({ found, onEntered, onUnused }: FoundPaperProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const { sheet, row } = found;
  const unused = useSave(api.paper.unused, { stale: [orpc.paper.key()], onDone: onUnused });
  const printed = [row.time, row.name, row.plate && plate(row.plate), row.series].filter(Boolean).join(' ');
  return (
    <section className={entry['found']} aria-label={t(`paper.kind.${found.kind}`)}>
      <p className={entry['name']} role="status">
        <strong>{printed === '' ? t(`paper.kind.${found.kind}`) : printed}</strong>
        <span className="quiet">
          {t(found.kind === 'signIn' ? 'paper.entry.printedRow' : 'paper.entry.printed', {
            kind: t(`paper.kind.${found.kind}`),
            day: sheet.day,
            position: row.position,
            name: sheet.byName,
          })}
        </span>
      </p>
      {row.state === 'entered' ? (
        <p className={entry['again']} role="alert">
          {t('paper.entry.entered', {
            moment: row.enteredAt === null ? '' : moment(row.enteredAt),
            name: row.enteredBy ?? '',
          })}
        </p>
      ) : (
        <>
          {row.state === 'unused' && <p className={entry['again']}>{t('paper.entry.wasUnused')}</p>}
          <Form found={found} onEntered={onEntered} />
          {row.state === 'open' && (
            <div>
              <ActionButton
                size="small"
                type="text"
                label={t('paper.entry.unused')}
                loading={unused.isPending}
                onClick={() => unused.mutate({ sheetId: sheet.id, rowIds: [row.id] })}
              />
            </div>
          )}
          {unused.error !== null && unused.error !== undefined && (
            <p role="alert" className={entry['wrong']}>
              {refusalText(unused.error, t)}
            </p>
          )}
        </>
      )}
    </section>
  );
};

const Form = ({ found, onEntered }: Pick<FoundPaperProps, 'found' | 'onEntered'>) => {
  switch (found.kind) {
    case 'signIn':
      return <SignInForm found={found} onEntered={(what) => onEntered(what, true)} />;
    case 'survey':
      return <SurveyForm found={found} onEntered={(what) => onEntered(what, true)} />;
    // its form is a panel of its own
    case 'complaint':
      return null;
  }
};
