import type { CardElement, CardFace, CardPrint } from '../../db/contract/printing.ts';
import { cardNumber } from '../lib/formats.ts';
import { CodeBox } from './CodeBox.tsx';
import css from './cardFace.module.css';

/** What a card says, as far as its face shows it. */
export type CardWords = Pick<CardPrint, 'number' | 'holder' | 'tierName' | 'validThrough' | 'storeName'>;

/** Thousandths of a millimetre, right and down positive. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

const mm = (um: number): string => `calc(${um / 1000} * var(--mm))`;

/** What an element says; empty where there is nothing to say, and then the word before it is not said either. */
export const wordsOf = (element: CardElement, card: CardWords): string => {
  switch (element.kind) {
    case 'text':
      return element.text ?? '';
    case 'name':
      return card.holder;
    case 'number':
      return cardNumber(card.number);
    case 'tier':
      return card.tierName;
    case 'validThrough':
      return card.validThrough ?? '';
    case 'store':
      return card.storeName;
    case 'code128':
    case 'qr':
    case 'image':
      return '';
  }
};

const Content = ({ element, card }: { readonly element: CardElement; readonly card: CardWords }) => {
  switch (element.kind) {
    case 'code128':
    case 'qr':
      return <CodeBox kind={element.kind} text={card.number} width={element.width} height={element.height} />;
    case 'image':
      return element.image && <img className={css['image']} src={element.image} alt="" />;
    case 'text':
    case 'name':
    case 'number':
    case 'tier':
    case 'validThrough':
    case 'store': {
      const words = wordsOf(element, card);
      if (words === '') return null;
      return (
        <div
          className={`${css['words']} ${css[element.align]}`}
          data-fit
          style={{ fontSize: mm(element.size), fontWeight: element.bold ? 700 : 400, color: element.colour }}
        >
          <span>
            {element.kind !== 'text' && element.text && <span className={css['before']}>{element.text}</span>}
            {words}
          </span>
        </div>
      );
    }
  }
};

export interface CardFaceViewProps {
  readonly face: CardFace;
  readonly card: CardWords;
  /** of the printer; the ground stays, so that no edge is left white */
  readonly shift?: Shift;
}

/** One side of a card, in whatever size `--mm` gives it. */
export const CardFaceView = ({ face, card, shift = { x: 0, y: 0 } }: CardFaceViewProps) => (
  <div
    className={css['face']}
    style={{
      background: face.backgroundTo
        ? `linear-gradient(120deg, ${face.background}, ${face.backgroundTo})`
        : face.background,
    }}
  >
    <div className={css['shifted']} style={{ transform: `translate(${mm(shift.x)}, ${mm(shift.y)})` }}>
      {face.elements.map((element) => (
        <div
          key={element.id}
          className={css['element']}
          style={{ left: mm(element.x), top: mm(element.y), width: mm(element.width), height: mm(element.height) }}
        >
          <Content element={element} card={card} />
        </div>
      ))}
    </div>
  </div>
);
