import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardElement, CardFace } from '../../../db/contract/printing.ts';
import type { Placed } from '../../../db/domain/printing/cardSize.ts';
import { CardFaceView, type CardWords, wordsOf } from '../../print/CardFaceView.tsx';
import { useFittedTexts } from '../../print/useFittedTexts.ts';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { isWords, type Side } from './designEdits.ts';
import css from './editor.module.css';
import { millimetres } from './millimetres.ts';
import { type Guide, snapMove, snapResize } from './snap.ts';

/** px of a millimetre */
const scale = 8;
/** thousandths of a millimetre */
const nudge = 100;
const bigNudge = 1_000;
/** px: less is a press with a shaking hand, no drag */
const threshold = 3;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Drag {
  readonly id: string;
  readonly what: 'move' | 'resize';
  readonly from: Placed;
  readonly clientX: number;
  readonly clientY: number;
  readonly moving: boolean;
}

export interface FaceCanvasProps {
  readonly side: Side;
  readonly face: CardFace;
  readonly card: CardWords;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** `stroke` is one for the whole of a drag */
  readonly onPlace: (id: string, placed: Placed, stroke: string) => void;
  readonly onPlaced: () => void;
  readonly onRemove: (id: string) => void;
}

const px = (um: number): string => `${(um / 1000) * scale}px`;

/** The side that is edited, eight times as large in pixels as in millimetres: what is on it is dragged, nudged and resized. */
export const FaceCanvas = ({ side, face, card, selected, onSelect, onPlace, onPlaced, onRemove }: FaceCanvasProps) => {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  useFittedTexts(root);

  const begin = (event: PointerEvent<HTMLElement>, element: CardElement, what: Drag['what']): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    onSelect(element.id);
    const { x, y, width, height } = element;
    setDrag({
      id: element.id,
      what,
      from: { x, y, width, height },
      clientX: event.clientX,
      clientY: event.clientY,
      moving: false,
    });
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    if (!drag) return;
    const right = event.clientX - drag.clientX;
    const down = event.clientY - drag.clientY;
    if (!drag.moving) {
      if (Math.hypot(right, down) < threshold) return;
      setDrag({ ...drag, moving: true });
    }
    const others = face.elements.filter((element) => element.id !== drag.id);
    const dx = (right / scale) * 1000;
    const dy = (down / scale) * 1000;
    const { from } = drag;
    const snapped =
      drag.what === 'move'
        ? snapMove({ ...from, x: from.x + dx, y: from.y + dy }, others)
        : snapResize({ ...from, width: from.width + dx, height: from.height + dy }, others);
    setGuides(snapped.guides);
    onPlace(drag.id, snapped.placed, `${drag.what}.${drag.id}`);
  };
  const end = (): void => {
    if (!drag) return;
    setDrag(null);
    setGuides([]);
    onPlaced();
  };
  const onKey = (event: KeyboardEvent, element: CardElement): void => {
    const arrow = arrows[event.key];
    if (arrow && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      const by = event.shiftKey ? bigNudge : nudge;
      const { x, y, width, height } = element;
      onPlace(element.id, { x: x + arrow[0] * by, y: y + arrow[1] * by, width, height }, `nudge.${element.id}`);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onRemove(element.id);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onSelect(null);
    }
  };

  const chosen = face.elements.find((element) => element.id === selected);
  return (
    <ControlGroup
      ref={root}
      className={css['canvas']}
      style={{ ['--mm' as string]: `${scale}px` }}
      label={t('printing.templates.canvas', { side: t(`printing.templates.side.${side}`) })}
      onPointerDown={() => onSelect(null)}
    >
      <div className={css['face']} aria-hidden="true" lang="zh-CN">
        <CardFaceView face={face} card={card} />
      </div>
      <div className={css['margin']} />
      {face.elements.map((element) => {
        const empty = isEmpty(element, card);
        return (
          <button
            key={element.id}
            type="button"
            className={empty ? `${css['hit']} ${css['empty']}` : css['hit']}
            aria-pressed={element.id === selected}
            aria-label={t('printing.templates.element', {
              kind: t(`printing.templates.kind.${element.kind}`),
              x: millimetres(element.x),
              y: millimetres(element.y),
            })}
            title={
              empty
                ? t(element.kind === 'image' ? 'printing.templates.noImage' : 'printing.templates.nothing')
                : t(`printing.templates.kind.${element.kind}`)
            }
            style={{ left: px(element.x), top: px(element.y), width: px(element.width), height: px(element.height) }}
            onPointerDown={(event) => begin(event, element, 'move')}
            onPointerMove={move}
            onPointerUp={end}
            onPointerCancel={end}
            onFocus={() => onSelect(element.id)}
            onKeyDown={(event) => onKey(event, element)}
          >
            {empty && (
              <span className={css['emptyWords']}>
                {t(element.kind === 'image' ? 'printing.templates.noImage' : 'printing.templates.nothing')}
              </span>
            )}
          </button>
        );
      })}
      {chosen && (
        <span
          className={css['corner']}
          title={t('printing.templates.resize')}
          style={{ left: px(chosen.x + chosen.width), top: px(chosen.y + chosen.height) }}
          onPointerDown={(event) => begin(event, chosen, 'resize')}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
      )}
      {guides.map((guide) => (
        <span
          key={`${guide.axis}${guide.at}`}
          className={guide.axis === 'x' ? css['guideX'] : css['guideY']}
          style={guide.axis === 'x' ? { left: px(guide.at) } : { top: px(guide.at) }}
        />
      ))}
    </ControlGroup>
  );
};

const isEmpty = (element: CardElement, card: CardWords): boolean => {
  if (element.kind === 'image') return element.image === null;
  return isWords(element.kind) && wordsOf(element, card) === '';
};
