import { type RefObject, useEffect } from 'react';
import { fitTexts } from './fitTexts.ts';

/** On the screen: whatever was drawn fits its box, and again once another piece of the font has come. */
export const useFittedTexts = (root: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const fitAll = (): void => {
      if (root.current) fitTexts(root.current);
    };
    fitAll();
    document.fonts.addEventListener('loadingdone', fitAll);
    return () => document.fonts.removeEventListener('loadingdone', fitAll);
  });
};
