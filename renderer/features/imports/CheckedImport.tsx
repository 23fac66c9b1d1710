import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { missingColumns } from './columnMapping.ts';
import { ErrorFileLink } from './ErrorFileLink.tsx';
import css from './imports.module.css';
import { MappingEditor } from './MappingEditor.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { reasonSentence, refusalText } from './refusal.ts';
import type { ImportState } from './shapes.ts';
import { refusedIn } from './tabs.ts';

export interface CheckedImportProps {
  readonly state: ImportState;
  readonly onStartOver: () => void;
}

/** A file that was checked: which column goes where, what becomes of every row, and the button that lets it in. */
export const CheckedImport = ({ state, onStartOver }: CheckedImportProps) => {
  const { t } = useTranslation();
  const settings = useStoreSettings();
  const [requestId] = useState(newRequestId);
  const missing = missingColumns(state.kind, state.fields, state.mapping);
  const [moved, setMoved] = useState(false);
  const [mappingShown, setMappingShown] = useState(missing.length > 0);
  const apply = useMutation(orpc.imports.apply.mutationOptions());
  // of the mutation, not of the call: the host's event may take this screen away before the answer comes
  const cancel = useMutation(orpc.imports.cancel.mutationOptions({ onSettled: onStartOver }));
  const { summary } = state;

  const writes = summary ? summary.created + summary.updated : 0;
  const refusedRows = refusedIn(summary);
  const ready = writes > 0 && missing.length === 0 && !moved;
  const start = (): void => {
    if (ready && !apply.isPending) apply.mutate({ importId: state.id, requestId });
  };
  useHotkeys({ 'Ctrl+S': start });
  const failed = apply.error ?? cancel.error;
  if (!summary) return null;

  return (
    <>
      <Panel
        title={t('imports.check.title', { kind: t(`imports.kind.${state.kind}`), file: state.fileName })}
        aside={
          <span className="quiet small">
            {t('imports.check.headerRow', { row: state.headerRow, rows: number(summary.rows) })}
          </span>
        }
        actions={
          <>
            <Button onClick={() => setMappingShown(!mappingShown)} aria-expanded={mappingShown}>
              {t(mappingShown ? 'imports.mapping.close' : 'imports.mapping.open')}
            </Button>
            <Button loading={cancel.isPending} onClick={() => cancel.mutate({ importId: state.id })}>
              {t('imports.startOver')}
            </Button>
            <Button
              type="primary"
              disabled={!ready}
              loading={apply.isPending}
              onClick={start}
              aria-keyshortcuts="Control+S"
            >
              {writes > 0 ? t('imports.check.apply', { n: number(writes) }) : t('imports.check.nothing')}
              <KeyHint keys="Ctrl+S" />
            </Button>
          </>
        }
      >
        <div className={css['notes']}>
          {failed ? (
            <p role="alert" className={css['failed']}>
              {refusalText(failed, t)}
            </p>
          ) : state.error ? (
            <p role="alert" className={css['failed']}>
              {reasonSentence(state.error.reason, t) ?? t('imports.refused.import-failed')}
            </p>
          ) : null}
          {missing.length > 0 && (
            <p role="alert" className={css['failed']}>
              {t('imports.refused.columns-missing')}
            </p>
          )}
          {moved && <p role="status">{t('imports.mapping.moved')}</p>}
          {writes === 0 && missing.length === 0 && summary.same > 0 && <p>{t('imports.check.same')}</p>}
          {refusedRows > 0 && missing.length === 0 && (
            <p>
              {t('imports.check.errorsStay', { n: number(refusedRows) })} <ErrorFileLink importId={state.id} />
            </p>
          )}
          {settings && settings.store.goLiveDay === null && ready && (
            <p className="quiet">{t('imports.check.goLive')}</p>
          )}
        </div>
        {mappingShown && <MappingEditor state={state} onChanged={setMoved} />}
      </Panel>
      <PreviewTable state={state} summary={summary} />
    </>
  );
};
