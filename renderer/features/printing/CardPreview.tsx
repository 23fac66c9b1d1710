import { useRef } from 'react';
import type { CardFace } from '../../../db/contract/printing.ts';
import { CardFaceView, type CardWords } from '../../print/CardFaceView.tsx';
import { useFittedTexts } from '../../print/useFittedTexts.ts';
import css from './printing.module.css';

export interface CardPreviewProps {
  readonly face: CardFace;
  readonly card: CardWords;
  /** px of a millimetre; left out: as large as a sheet of paper's on this screen */
  readonly scale?: number;
}

/** A side as it prints, with its corners rounded. It says itself to nobody: the words around it do. */
export const CardPreview = ({ face, card, scale = 96 / 25.4 }: CardPreviewProps) => {
  const root = useRef<HTMLDivElement>(null);
  useFittedTexts(root);
  return (
    <div ref={root} className={css['card']} style={{ ['--mm' as string]: `${scale}px` }} lang="zh-CN">
      <CardFaceView face={face} card={card} />
    </div>
  );
};
