import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardFace } from '../../../db/contract/printing.ts';
import type { CardWords } from '../../print/CardFaceView.tsx';
import { CardPreview } from './CardPreview.tsx';
import css from './editor.module.css';
import { leastScale, mostScale, useScreenScale } from './screenScale.ts';

/** The side as large as it will be in the hand, once the screen was compared with a card. */
export const RealSize = ({ face, card }: { readonly face: CardFace; readonly card: CardWords }) => {
  const { t } = useTranslation();
  const id = useId();
  const { scale, setScale } = useScreenScale();
  return (
    <div className={css['real']}>
      <div className={css['realCard']}>
        <CardPreview face={face} card={card} scale={(96 / 25.4) * scale} />
      </div>
      <div className={css['realScale']} title={t('printing.templates.real.text')}>
        <label htmlFor={id} className="quiet small">
          {t('printing.templates.real.scale')}
        </label>
        <input
          id={id}
          type="range"
          min={leastScale}
          max={mostScale}
          step={0.005}
          value={scale}
          onChange={(event) => setScale(event.target.valueAsNumber)}
        />
      </div>
    </div>
  );
};
