import { useMemo } from 'react';
import { drawBars, drawSquare } from './codes.ts';

export interface CodeBoxProps {
  readonly kind: 'code128' | 'qr';
  readonly text: string;
  /** thousandths of a millimetre */
  readonly width: number;
  readonly height: number;
}

/** A code that fills its box: black on white, with its quiet zone, whatever is around it. */
export const CodeBox = ({ kind, text, width, height }: CodeBoxProps) => {
  const drawn = useMemo(
    () => (kind === 'qr' ? drawSquare(text, width, height) : drawBars(text, width, height)),
    [kind, text, width, height],
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height="100%"
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden="true"
      style={{ display: 'block' }}
    >
      <rect width={width} height={height} fill="#fff" />
      {drawn && <path d={drawn.path} fill="#000" fillRule="evenodd" />}
    </svg>
  );
};
