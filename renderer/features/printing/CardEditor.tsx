import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardDesign } from '../../../db/contract/printing.ts';
import { type Answer, api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useStoreSettings, useToday } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import type { CardWords } from '../../print/CardFaceView.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { PlusIcon, RedoIcon, TrashIcon, UndoIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import {
  elementKinds,
  mostElements,
  newElement,
  type Side,
  sides,
  withElement,
  withElements,
  withFace,
} from './designEdits.ts';
import { ElementProperties } from './ElementProperties.tsx';
import css from './editor.module.css';
import { FaceCanvas } from './FaceCanvas.tsx';
import { FaceProperties } from './FaceProperties.tsx';
import { RealSize } from './RealSize.tsx';
import { useHistory } from './useHistory.ts';

export type Template = Answer<typeof api.printing.templates>['rows'][number];

interface Draft {
  /** of the template that it began from */
  readonly version: number;
  readonly design: CardDesign;
}

export interface CardEditorProps {
  readonly template: Template;
  /** tabs and the choice of a tier, in the head */
  readonly head: ReactNode;
}

/** 卡面编辑: one tier's card. What is not saved is kept at this desk; undo is the editor's own. */
export const CardEditor = ({ template, head }: CardEditorProps) => {
  const { t } = useTranslation();
  const { tier, tierName, version } = template;
  const kept = useKeptDraft<Draft>(`cardTemplate.${tier}`, { version, design: template.design });
  const { design } = kept.draft;
  const history = useHistory(design, (next: CardDesign) => kept.change({ design: next }));
  const [side, setSide] = useState<Side>('front');
  const [selected, setSelected] = useState<string | null>(null);
  const card = useSampleCard(tierName);
  const face = design[side];
  const element = face.elements.find((one) => one.id === selected);
  const meanwhile = kept.draft.version !== version;

  const stale = [orpc.printing.templates.key()];
  const save = useSave(api.printing.saveTemplate, {
    stale,
    onDone: () => {
      kept.done();
      notify(t('printing.templates.saved', { tier: tierName }), { tone: 'green' });
    },
    onFail: (error) => notify(errorText(error, t), { tone: 'amber' }),
  });
  const reset = useSave(api.printing.resetTemplate, {
    stale,
    onDone: () => {
      kept.done();
      notify(t('printing.templates.resetDone', { tier: tierName }));
    },
    onFail: (error) => notify(errorText(error, t), { tone: 'amber' }),
  });
  const submit = (): void => {
    if (!save.isPending) save.mutate({ tier, version: kept.draft.version, design });
  };
  const add = (kind: (typeof elementKinds)[number]): void => {
    if (face.elements.length >= mostElements) {
      notify(t('printing.templates.full'), { tone: 'amber' });
      return;
    }
    const made = newElement(kind, face);
    history.apply(withElements(design, side, (elements) => [...elements, made]));
    setSelected(made.id);
  };
  const remove = (id: string): void => {
    history.apply(withElements(design, side, (elements) => elements.filter((one) => one.id !== id)));
    setSelected(null);
  };
  useScreenDeeds({
    'printing.saveTemplate': submit,
    'printing.redo': history.redo,
  });
  // before the desk's own undo, which takes back what is saved
  useHotkeys({ 'Ctrl+Z': history.undo });

  return (
    <div className={css['editor']}>
      <Panel
        scrolls
        title={t('printing.templates.title')}
        aside={head}
        actions={
          <>
            {version > 0 && (
              <ConfirmButton
                question={t('printing.templates.resetAsk')}
                yes={t('printing.templates.reset')}
                onConfirm={async () => {
                  await reset.mutateAsync({ tier, version }).catch(() => undefined);
                }}
              >
                {t('printing.templates.reset')}
              </ConfirmButton>
            )}
            <ActionButton
              type="primary"
              label={t('printing.templates.save')}
              keys="Ctrl+S"
              loading={save.isPending}
              onClick={submit}
            />
          </>
        }
      >
        <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
        {meanwhile && (
          <p className={css['meanwhile']} role="status">
            {t('printing.templates.changedMeanwhile')}
            <Button size="small" onClick={kept.discard}>
              {t('printing.templates.takeTheirs')}
            </Button>
            <Button size="small" onClick={() => kept.change({ version })}>
              {t('printing.templates.keepMine')}
            </Button>
          </p>
        )}
        <div className={css['tools']}>
          <ChipGroup label={t('printing.templates.side.label')}>
            {sides.map((one) => (
              <Chip
                key={one}
                pressed={one === side}
                onPress={() => {
                  setSide(one);
                  setSelected(null);
                }}
              >
                {t(`printing.templates.side.${one}`)}
              </Chip>
            ))}
          </ChipGroup>
          <Menu
            label={t('printing.templates.addWhat')}
            look="chip"
            align="left"
            button={
              <>
                <PlusIcon size={14} /> {t('printing.templates.add')}
              </>
            }
            groups={[
              {
                entries: elementKinds.map((kind) => ({
                  id: kind,
                  label: t(`printing.templates.kind.${kind}`),
                  perform: () => add(kind),
                })),
              },
            ]}
          />
          <Button
            size="small"
            icon={<UndoIcon size={15} />}
            disabled={!history.canUndo}
            aria-label={t('printing.templates.undo')}
            title={t('printing.templates.undo')}
            onClick={history.undo}
          />
          <Button
            size="small"
            icon={<RedoIcon size={15} />}
            disabled={!history.canRedo}
            aria-label={t('printing.templates.redo')}
            title={t('printing.templates.redo')}
            onClick={history.redo}
          />
          <Chip>{t(version > 0 ? 'printing.templates.own' : 'printing.templates.shipped')}</Chip>
        </div>
        <FaceCanvas
          key={side}
          side={side}
          face={face}
          card={card}
          selected={selected}
          onSelect={setSelected}
          onPlace={(id, placed, stroke) => history.apply(withElement(design, side, id, placed), stroke)}
          onPlaced={history.settle}
          onRemove={remove}
        />
        <p className={`quiet small ${css['hint']}`}>{t('printing.templates.hint')}</p>
      </Panel>
      <div className={css['side']}>
        <Panel title={t('printing.templates.real.title')}>
          <RealSize face={face} card={card} />
        </Panel>
        <Panel
          title={element ? t(`printing.templates.kind.${element.kind}`) : t('printing.templates.face.title')}
          className={css['grows'] ?? ''}
          {...(element
            ? {
                actions: (
                  <Button size="small" icon={<TrashIcon size={15} />} onClick={() => remove(element.id)}>
                    {t('printing.templates.properties.remove')}
                  </Button>
                ),
              }
            : {})}
        >
          {element ? (
            <ElementProperties
              key={element.id}
              element={element}
              sampleNumber={card.number}
              onChange={(change, field) =>
                history.apply(withElement(design, side, element.id, change), `${element.id}.${field}`)
              }
            />
          ) : (
            <FaceProperties
              key={side}
              face={face}
              onChange={(change, field) => history.apply(withFace(design, side, change), `${side}.${field}`)}
            />
          )}
        </Panel>
      </div>
    </div>
  );
};

/** Somebody whose card it could be. */
const useSampleCard = (tierName: string): CardWords => {
  const { t } = useTranslation();
  const store = useStoreSettings()?.store;
  const today = useToday();
  return {
    holder: t('printing.templates.sample.holder'),
    number: t('printing.templates.sample.number'),
    storeName: store?.name ?? t('printing.templates.sample.store'),
    tierName,
    validThrough: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
  };
};
