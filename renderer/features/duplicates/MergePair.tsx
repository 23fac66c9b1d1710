import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useBack, useGo } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { CustomerPage } from '../customer/shapes.ts';
import css from './duplicates.module.css';
import { fieldWords } from './fieldWords.ts';
import { MergeAside } from './MergeAside.tsx';
import { MergeTable } from './MergeTable.tsx';
import { type Chosen, choose, fieldsInput, groupFields } from './mergeChoices.ts';
import { NotSame } from './NotSame.tsx';
import { type Comparison, comparePath } from './shapes.ts';
import { useTakeBack } from './useTakeBack.ts';
import { WhyChips } from './WhyChips.tsx';

export interface MergePairProps {
  readonly comparison: Comparison;
  readonly keep: CustomerPage;
  readonly drop: CustomerPage;
}

/** Two files, field by field: what differs first, what moves counted before, one key to merge, one to say that they are two. */
export const MergePair = ({ comparison, keep, drop }: MergePairProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const back = useBack('/duplicates');
  const client = useQueryClient();
  const takeBack = useTakeBack();
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const [dismissing, setDismissing] = useState(false);
  const ids = { keepId: comparison.keep.id, dropId: comparison.drop.id };
  const groups = groupFields(comparison.fields, (field) => ({
    keep: fieldWords(field, keep, t),
    drop: fieldWords(field, drop, t),
  }));

  const merge = useSave(api.duplicates.merge, {
    onDone: ({ command }) => {
      const values = { keep: comparison.keep.name, drop: comparison.drop.name };
      notify(t('duplicates.merge.done', values), {
        tone: 'green',
        action: {
          label: t('common.undo'),
          key: 'Ctrl+Z',
          takesBack: command,
          perform: () => takeBack(command, t('duplicates.merge.undone', values)),
        },
      });
      go(`/customers/${ids.keepId}`, { replace: true });
      void client.invalidateQueries();
    },
    onFail: () => void client.invalidateQueries(),
  });
  const submit = (): void => {
    if (merge.isPending) return;
    merge.mutate({
      ...ids,
      keepVersion: comparison.keep.version,
      dropVersion: comparison.drop.version,
      fields: fieldsInput(comparison.fields, chosen, ids.keepId),
    });
  };
  const swap = (): void => go(comparePath(ids.dropId, ids.keepId), { replace: true });
  useHotkeys({ Escape: back }, { enabled: !dismissing });
  // while it is asked why they are two, that comes first
  const unlessAsked = (deed: () => void) => () => {
    if (!dismissing) deed();
  };
  useScreenDeeds({
    'duplicates.merge': unlessAsked(submit),
    'duplicates.swap': unlessAsked(swap),
    'duplicates.pairNotSame': unlessAsked(() => setDismissing(true)),
  });

  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('input[type=radio]:checked');
    (first ?? root.current)?.focus({ preventScroll: true });
  }, []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter is the key of the button 合并
    <div
      ref={root}
      tabIndex={-1}
      className={css['merge']}
      onKeyDown={(event) => {
        const onButton = event.target instanceof Element && event.target.closest('button, a, input:not([type=radio])');
        if (event.key !== 'Enter' || onButton || dismissing) return;
        event.preventDefault();
        submit();
      }}
    >
      <Panel
        className={css['mergeHead'] ?? ''}
        title={t('duplicates.merge.title', { keep: comparison.keep.name, drop: comparison.drop.name })}
        aside={<WhyChips why={comparison.pair.why} />}
        actions={
          <>
            <ActionButton label={t('duplicates.notSame')} keys="D" onClick={() => setDismissing(true)} />
            <ActionButton
              type="primary"
              label={t('duplicates.merge.button')}
              keys="Enter"
              loading={merge.isPending}
              onClick={submit}
            />
          </>
        }
      >
        {dismissing ? (
          <NotSame
            a={comparison.keep}
            b={comparison.drop}
            why={comparison.pair.why}
            onClose={() => {
              setDismissing(false);
              root.current?.focus();
            }}
            onDismissed={() => go('/duplicates', { replace: true })}
          />
        ) : merge.error === null ? (
          <p className="quiet small">{t('duplicates.merge.hint')}</p>
        ) : (
          <p role="alert" className={css['failed']}>
            {errorText(merge.error, t)}
          </p>
        )}
      </Panel>
      <MergeTable
        comparison={comparison}
        keep={keep}
        drop={drop}
        groups={groups}
        chosen={chosen}
        onChoose={(field, choice) => setChosen((before) => choose(before, field, choice, ids))}
        onSwap={swap}
      />
      <MergeAside comparison={comparison} keep={keep} drop={drop} />
    </div>
  );
};
