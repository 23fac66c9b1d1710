import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardElement } from '../../../db/contract/printing.ts';
import { cardHeight, cardMargin, cardWidth } from '../../../db/domain/printing/cardSize.ts';
import { drawBars, drawSquare, leastModule } from '../../print/codes.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { isWords } from './designEdits.ts';
import css from './editor.module.css';
import { millimetres } from './millimetres.ts';
import { NumberField } from './NumberField.tsx';
import { leastSide } from './snap.ts';

export interface ElementPropertiesProps {
  readonly element: CardElement;
  /** as long as cards' numbers are */
  readonly sampleNumber: string;
  readonly onChange: (change: Partial<CardElement>, field: string) => void;
}

/** 属性: what one thing on the card says, how it looks and where it lies. */
export const ElementProperties = ({ element, sampleNumber, onChange }: ElementPropertiesProps) => {
  const { t } = useTranslation();
  const { x, y, width, height } = element;
  const warning = useCodeWarning(element, sampleNumber);
  return (
    <div className={css['properties']}>
      {isWords(element.kind) && <WordProperties element={element} onChange={onChange} />}
      {element.kind === 'image' && <ImageProperty onChange={(image) => onChange({ image }, 'image')} />}
      {warning && (
        <p role="status" className={`${css['whole']} ${css['warning']}`}>
          {warning}
        </p>
      )}
      <div className={css['place']}>
        <NumberField
          label={t('printing.templates.properties.x')}
          value={x}
          least={cardMargin}
          most={cardWidth - cardMargin - width}
          onChange={(value) => onChange({ x: value }, 'x')}
        />
        <NumberField
          label={t('printing.templates.properties.y')}
          value={y}
          least={cardMargin}
          most={cardHeight - cardMargin - height}
          onChange={(value) => onChange({ y: value }, 'y')}
        />
        <NumberField
          label={t('printing.templates.properties.width')}
          value={width}
          least={leastSide}
          most={cardWidth - cardMargin - x}
          onChange={(value) => onChange({ width: value }, 'width')}
        />
        <NumberField
          label={t('printing.templates.properties.height')}
          value={height}
          least={leastSide}
          most={cardHeight - cardMargin - y}
          onChange={(value) => onChange({ height: value }, 'height')}
        />
      </div>
    </div>
  );
};

const WordProperties = ({ element, onChange }: Pick<ElementPropertiesProps, 'element' | 'onChange'>) => {
  const { t } = useTranslation();
  const colourId = useId();
  const own = element.kind === 'text';
  return (
    <>
      <FormField
        label={t(own ? 'printing.templates.properties.text' : 'printing.templates.properties.before')}
        className={css['whole'] ?? ''}
        {...(own ? { help: t('printing.templates.properties.textHelp') } : {})}
      >
        <TextInput
          value={element.text ?? ''}
          maxLength={60}
          onChange={(text) => onChange({ text: text === '' ? null : text }, 'text')}
        />
      </FormField>
      <NumberField
        label={t('printing.templates.properties.size')}
        value={element.size}
        least={1_200}
        most={20_000}
        onChange={(size) => onChange({ size }, 'size')}
      />
      <FormField label={t('printing.templates.properties.align')}>
        <SelectInput
          value={element.align}
          options={(['left', 'center', 'right'] as const).map((align) => [
            align,
            t(`printing.templates.properties.alignTo.${align}`),
          ])}
          onChange={(align) => onChange({ align }, 'align')}
        />
      </FormField>
      <div className={css['inline']}>
        <label htmlFor={colourId}>{t('printing.templates.properties.colour')}</label>
        <input
          id={colourId}
          type="color"
          value={element.colour}
          onChange={(event) => onChange({ colour: event.target.value }, 'colour')}
        />
      </div>
      <label className={css['inline']}>
        <input
          type="checkbox"
          checked={element.bold}
          onChange={(event) => onChange({ bold: event.target.checked }, 'bold')}
        />
        {t('printing.templates.properties.bold')}
      </label>
    </>
  );
};

const mostImage = 300_000;

const ImageProperty = ({ onChange }: { readonly onChange: (image: string) => void }) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File): Promise<void> => {
    setProblem(null);
    if (file.type !== 'image/png' && file.type !== 'image/jpeg') {
      return setProblem(t('printing.templates.properties.imageWrong'));
    }
    if (file.size > mostImage) return setProblem(t('printing.templates.properties.imageTooLarge'));
    onChange(await dataUrlOf(file));
  };
  return (
    <div className={css['whole']}>
      <span className="quiet small">{t('printing.templates.properties.image')}</span>
      <p>
        <Button size="small" onClick={() => input.current?.click()}>
          {t('printing.templates.properties.chooseImage')}
        </Button>
      </p>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
      {problem && (
        <p role="alert" className={css['warning']}>
          {problem}
        </p>
      )}
    </div>
  );
};

const dataUrlOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** A code whose bars are finer than a scanner reads; null where it is fine, or no code. */
const useCodeWarning = ({ kind, width, height }: CardElement, number: string): string | null => {
  const { t } = useTranslation();
  if (kind !== 'code128' && kind !== 'qr') return null;
  const drawn = kind === 'qr' ? drawSquare(number, width, height) : drawBars(number, width, height);
  if (!drawn || drawn.module >= leastModule) return null;
  const wanted = drawn.modules * leastModule;
  return t(kind === 'qr' ? 'printing.templates.properties.small' : 'printing.templates.properties.narrow', {
    width: millimetres(Math.ceil(wanted / 500) * 500),
  });
};
