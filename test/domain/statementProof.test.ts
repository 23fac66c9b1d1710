import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { liabilityFen } from '../../db/domain/points/liability.ts';
import {
  proofHolds,
  readProof,
  type StatementFigures,
  signedText,
  statementProof,
  storeMark,
} from '../../db/domain/points/statementProof.ts';

const figures: StatementFigures = {
  store: storeMark('01980000-0000-7000-8000-0123456789ab'),
  card: '620000000003',
  fromDay: '2026-01-01',
  toDay: '2026-12-31',
  madeDay: '2027-01-02',
  opening: 1200,
  closing: -50,
};
const signature = 'ab'.repeat(32);

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));
const anyFigures = fc.record({
  store: fc.constant(figures.store),
  card: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.isWellFormed()),
  fromDay: anyDay,
  toDay: anyDay,
  madeDay: anyDay,
  opening: fc.maxSafeInteger(),
  closing: fc.maxSafeInteger(),
});

describe('a statement’s code', () => {
  it('holds its figures and the beginning of the signature, in what a QR code packs best', () => {
    const proof = statementProof(figures, signature);
    expect(proof).toBe(`CDS1.0123456789AB.620000000003.20260101.20261231.20270102.1200.-50.${'AB'.repeat(16)}`);
    expect(readProof(proof)).toEqual({ figures, signature: 'AB'.repeat(16) });
  });

  it('is read back as it was written, whatever a card’s number is made of, also as a scanner without capitals types it', () => {
    fc.assert(
      fc.property(anyFigures, (any) => {
        const proof = statementProof({ ...any, opening: any.opening || 0, closing: any.closing || 0 }, signature);
        expect(proof).toMatch(/^[0-9A-Z%.-]+$/);
        const read = readProof(` ${proof.toLowerCase()} `);
        expect(read?.figures).toEqual({ ...any, opening: any.opening || 0, closing: any.closing || 0 });
        expect(read && proofHolds(read, signature)).toBe(true);
      }),
    );
  });

  it('signs every figure: no two statements have one text', () => {
    fc.assert(
      fc.property(anyFigures, anyFigures, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(signedText(one)).not.toBe(signedText(other));
      }),
    );
  });

  it.each([
    '',
    'CDS1',
    '620000000003',
    'https://example.com/a.b.c.d.e.f.g.h',
    'CDS2.0123456789AB.1.20260101.20261231.20270102.1.2.AB',
    'CDS1.0123456789AB..20260101.20261231.20270102.1.2.AB',
    'CDS1.0123456789AB.1.20260230.20261231.20270102.1.2.AB',
    'CDS1.0123456789AB.1.20260101.20261231.20270102.1.5.2.AB',
    'CDS1.0123456789AB.1.20260101.20261231.20270102.01.2.AB',
    'CDS1.0123456789AB.1.20260101.20261231.20270102.-0.2.AB',
    'CDS1.0123456789AB.1.20260101.20261231.20270102.9007199254740993.2.AB',
    'CDS1.0123456789AB.%E4%B8.20260101.20261231.20270102.1.2.AB',
    'CDS1.0123456789AB.1.20260101.20261231.20270102.1.2.',
    'CDS1.0123456789AB.1.20260101.20261231.20270102.1.2.AB.AB',
  ])('is nothing else: %s', (text) => {
    expect(readProof(text)).toBeNull();
  });
});

describe('what outstanding points are worth', () => {
  it.each([
    // outstanding, fen, for points, breakage, liability
    [100, 1, 1, 20, 80],
    [1, 1, 1, 20, 0],
    [2, 1, 1, 20, 1],
    [1_249, 100, 125, 20, 799],
    [1_250, 100, 125, 20, 800],
    [1_000, 5, 1, 0, 5_000],
    [1_000, 5, 1, 100, 0],
    [0, 1, 1, 0, 0],
    [-300, 1, 1, 20, 0],
    [9_007_199_254_740_991, 1, 1, 0, 9_007_199_254_740_991],
  ])(
    '%i points, %i fen for %i, %i %% never used: %i fen',
    (outstanding, valueFen, valuePoints, breakagePercent, fen) => {
      expect(liabilityFen(outstanding, { valueFen, valuePoints, breakagePercent })).toBe(fen);
    },
  );
});
