import { useCallback, useRef, useState } from 'react';
import { readVoucherCode } from '../../../db/domain/voucherCode.ts';
import type { CounterCard, Redeemed, Reward } from './shapes.ts';

/** What has just been redeemed, for the slip and for the eye. */
export interface DoneRedemption {
  readonly card: CounterCard;
  readonly reward: Reward;
  readonly count: number;
  readonly handedOver: boolean;
  readonly redeemed: Redeemed;
}

/** What lies on the counter (兑换台): one thing at a time, the last that was scanned. */
export type OnCounter =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'card'; readonly card: string }
  | { readonly kind: 'voucher'; readonly code: string }
  | { readonly kind: 'noMember'; readonly id: string; readonly name: string }
  | { readonly kind: 'done'; readonly done: DoneRedemption };

export interface Counter {
  readonly on: OnCounter;
  /** counts what was laid down: the same card twice begins anew */
  readonly turn: number;
  /** a card's number or a voucher's code, as scanned or typed */
  readonly look: (text: string) => void;
  readonly noMember: (id: string, name: string) => void;
  /** False where somebody else was scanned meanwhile, who then stays. */
  readonly finish: (turn: number, done: DoneRedemption) => boolean;
  readonly clear: () => void;
}

/** A code with a wrong check digit is one that was read badly: the store says so. */
const isVoucher = (text: string): boolean => {
  const read = readVoucherCode(text);
  return read.ok || read.reason === 'voucher-check-digit';
};

export const useCounter = (): Counter => {
  const [state, setState] = useState<{ readonly on: OnCounter; readonly turn: number }>({
    on: { kind: 'nobody' },
    turn: 0,
  });
  const latest = useRef(0);
  const put = useCallback((on: OnCounter): void => {
    latest.current += 1;
    setState({ on, turn: latest.current });
  }, []);
  const look = useCallback(
    (text: string) => put(isVoucher(text) ? { kind: 'voucher', code: text } : { kind: 'card', card: text }),
    [put],
  );
  const noMember = useCallback((id: string, name: string) => put({ kind: 'noMember', id, name }), [put]);
  const finish = useCallback(
    (turn: number, done: DoneRedemption): boolean => {
      if (latest.current !== turn) return false;
      put({ kind: 'done', done });
      return true;
    },
    [put],
  );
  const clear = useCallback(() => put({ kind: 'nobody' }), [put]);
  return { ...state, look, noMember, finish, clear };
};
