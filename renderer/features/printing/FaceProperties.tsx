import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardFace } from '../../../db/contract/printing.ts';
import css from './editor.module.css';

export interface FacePropertiesProps {
  readonly face: CardFace;
  readonly onChange: (change: Partial<CardFace>, field: string) => void;
}

/** 底色: one colour, or from one to another. */
export const FaceProperties = ({ face, onChange }: FacePropertiesProps) => {
  const { t } = useTranslation();
  const fromId = useId();
  const toId = useId();
  return (
    <div className={css['properties']}>
      <div className={css['inline']}>
        <label htmlFor={fromId}>{t('printing.templates.face.background')}</label>
        <input
          id={fromId}
          type="color"
          value={face.background}
          onChange={(event) => onChange({ background: event.target.value }, 'background')}
        />
      </div>
      {face.backgroundTo !== null && (
        <div className={css['inline']}>
          <label htmlFor={toId}>{t('printing.templates.face.backgroundTo')}</label>
          <input
            id={toId}
            type="color"
            value={face.backgroundTo}
            onChange={(event) => onChange({ backgroundTo: event.target.value }, 'backgroundTo')}
          />
        </div>
      )}
      <label className={`${css['inline']} ${css['whole']}`}>
        <input
          type="checkbox"
          checked={face.backgroundTo !== null}
          onChange={(event) => onChange({ backgroundTo: event.target.checked ? face.background : null }, 'gradient')}
        />
        {t('printing.templates.face.gradient')}
      </label>
      <p className={`quiet ${css['whole']}`}>{t('printing.templates.face.text')}</p>
    </div>
  );
};
