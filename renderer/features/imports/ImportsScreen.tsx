import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { careError } from '../../lib/errors.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ImportIcon, WarningIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CheckedImport } from './CheckedImport.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { ImportResult } from './ImportResult.tsx';
import css from './imports.module.css';
import { PastImports } from './PastImports.tsx';
import { RunningImport } from './RunningImport.tsx';
import { reasonSentence } from './refusal.ts';
import { useImportSaid } from './useImportSaid.ts';
import { useLiveImport } from './useLiveImport.ts';

/** 导入: choose a file, see what becomes of every row, let it in; and all that was let in before. */
const ImportsScreen = () => {
  const go = useGo();
  const importId = useQueryValue('import');
  const open = (id: string): void => go(`/imports?import=${id}`, { replace: true });
  const startOver = (): void => go('/imports', { replace: true });
  return (
    <div className={css['screen']}>
      {importId ? (
        <OneImport key={importId} importId={importId} onStartOver={startOver} />
      ) : (
        <>
          <ChooseFile onStaged={open} />
          <PastImports />
        </>
      )}
    </div>
  );
};

export default ImportsScreen;

interface OneImportProps {
  readonly importId: string;
  readonly onStartOver: () => void;
}

const OneImport = ({ importId, onStartOver }: OneImportProps) => {
  const { t } = useTranslation();
  const { state, error, refetch } = useLiveImport(importId);
  useImportSaid(state);
  // The record of what was let in: knows whether it was undone since, and outlives the host's memory.
  const past = useQuery(
    orpc.imports.list.queryOptions({ input: {}, enabled: Boolean(error) || state?.state === 'applied' }),
  ).data?.rows.find((row) => row.id === importId);
  if (!state && past)
    return (
      <ImportResult kind={past.kind} summary={past.summary} undone={past.undoneAt !== null} onStartOver={onStartOver} />
    );
  if (!state && error) {
    const gone = careError(error)?.code === 'NOT_FOUND' || careError(error)?.code === 'VALIDATION';
    return gone ? (
      <Refused reason="import-not-found" onStartOver={onStartOver} />
    ) : (
      <ErrorState error={error} onRetry={refetch} />
    );
  }
  if (!state) return <Loading />;
  switch (state.state) {
    case 'staging':
    case 'applying':
      return <RunningImport state={state} onStartOver={onStartOver} />;
    case 'staged':
      return <CheckedImport state={state} onStartOver={onStartOver} />;
    case 'applied':
    case 'undone':
      return (
        <ImportResult
          kind={state.kind}
          summary={state.summary}
          undone={state.state === 'undone' || past?.undoneAt != null}
          errorsOf={importId}
          onStartOver={onStartOver}
        />
      );
    case 'cancelled':
      return (
        <Panel>
          <EmptyState
            icon={<ImportIcon size={32} />}
            title={t('imports.cancelled')}
            actions={
              <Button type="primary" onClick={onStartOver}>
                {t('imports.another')}
              </Button>
            }
          />
        </Panel>
      );
    case 'failed':
      return <Refused reason={state.error?.reason ?? 'import-failed'} onStartOver={onStartOver} />;
  }
};

/** A file that cannot be imported: why, what was kept, what to do. */
const Refused = ({ reason, onStartOver }: { readonly reason: string; readonly onStartOver: () => void }) => {
  const { t } = useTranslation();
  return (
    <Panel>
      <div role="alert" className={css['refused']}>
        <EmptyState
          icon={<WarningIcon size={32} />}
          title={reasonSentence(reason, t) ?? t('imports.refused.import-failed')}
          actions={
            <Button type="primary" onClick={onStartOver}>
              {t('imports.startOver')}
            </Button>
          }
        >
          {t('imports.keepGoing')}
        </EmptyState>
      </div>
    </Panel>
  );
};
