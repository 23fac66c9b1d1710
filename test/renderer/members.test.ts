import { describe, expect, test } from 'vitest';
import { memberFilter } from '../../db/contract/members.ts';
import { luhnDigit } from '../../db/domain/luhn.ts';
import {
  checkJoin,
  isMisread,
  type JoinDraft,
  joinInputOf,
  newJoin,
  topPercent,
} from '../../renderer/features/members/joinDraft.ts';
import { isNarrowed, readMemberFilter, readMemberSort } from '../../renderer/features/members/memberFilter.ts';
import { cardShown, cardToLose, cardToReplace, turnsOf } from '../../renderer/features/members/ownCard.ts';
import { renewalPathOf } from '../../renderer/features/members/renewDraft.ts';
import type { Card, PathRow, Proposal } from '../../renderer/features/members/shapes.ts';
import { beginUpgrade, upgradeOf } from '../../renderer/features/members/upgradeDraft.ts';

const proposal = (change: Partial<Proposal> = {}): Proposal => ({
  tier: 'gold',
  tierName: '金卡',
  by: 'spend',
  totalFen: 4_820_000,
  rank: 123,
  of: 5000,
  feeFen: 10_000,
  validThrough: '2027-11-21',
  modes: [
    { mode: 'sale', refusal: 'join-no-purchase', proof: null },
    {
      mode: 'vehicle',
      refusal: null,
      proof: { kind: 'vehicle', id: 'v1', label: '京A12345', day: null },
    },
    { mode: 'spend', refusal: 'join-no-visit', proof: null },
    { mode: 'training', refusal: null, proof: null },
    { mode: 'fee', refusal: null, proof: null },
  ],
  already: null,
  ...change,
});
const draft = (change: Partial<JoinDraft> = {}): JoinDraft => ({ ...newJoin(proposal()), ...change });

describe('入会 while it is typed', () => {
  test('begins with what is proved, and with the fee where nothing is', () => {
    expect(newJoin(proposal())).toMatchObject({ mode: 'vehicle', tier: 'gold', fee: '100.00' });
    const stranger = proposal({
      modes: proposal().modes.map((mode) => ({
        ...mode,
        proof: null,
        refusal: mode.mode === 'vehicle' ? 'join-no-vehicle' : mode.refusal,
      })),
    });
    expect(newJoin(stranger).mode).toBe('fee');
    expect(newJoin(proposal({ modes: [] })).mode).toBe('');
  });

  test('the fee wants an amount and a receipt; nothing to pay wants none', () => {
    expect(checkJoin(draft({ mode: 'fee' }), proposal())).toEqual({ receiptNo: 'receipt-missing' });
    expect(checkJoin(draft({ mode: 'fee', receiptNo: 'A-1' }), proposal())).toEqual({});
    expect(checkJoin(draft({ mode: 'fee', fee: '0' }), proposal())).toEqual({});
    expect(checkJoin(draft({ mode: 'fee', fee: '一百', receiptNo: 'A-1' }), proposal())).toEqual({
      feeFen: 'amount-invalid',
    });
    expect(checkJoin(draft({ fee: '一百' }), proposal())).toEqual({});
  });

  test('a way that closed meanwhile is said, as is none at all', () => {
    expect(checkJoin(draft({ mode: 'spend' }), proposal())).toEqual({ mode: 'mode-closed' });
    expect(checkJoin(draft({ mode: '' }), proposal())).toEqual({ mode: 'required' });
    expect(joinInputOf(draft({ mode: 'spend' }), proposal(), 'c1')).toBeNull();
  });

  test('goes to the store with its proof, and without what another way asks', () => {
    expect(joinInputOf(draft({ receiptNo: 'A-1', note: ' ' }), proposal(), 'c1')).toEqual({
      customerId: 'c1',
      mode: 'vehicle',
      tier: 'gold',
      proofId: 'v1',
      feeFen: null,
      receiptNo: null,
      cardNumber: null,
      note: null,
    });
    const paid = draft({ mode: 'fee', fee: '88.50', receiptNo: ' A-1 ', cardNumber: '8820 0417-0036' });
    expect(joinInputOf(paid, proposal(), 'c1')).toMatchObject({
      feeFen: 8850,
      receiptNo: 'A-1',
      cardNumber: '882004170036',
      proofId: null,
    });
  });

  test('a number of its own: old ones are taken, a misread one warns, junk is refused', () => {
    const right = `88200417003${luhnDigit('88200417003')}`;
    expect(isMisread(right)).toBe(false);
    expect(isMisread(`88200417003${(Number(right.at(-1)) + 1) % 10}`)).toBe(true);
    expect(isMisread('QX99187')).toBe(false);
    expect(checkJoin(draft({ cardNumber: 'QX-99187' }), proposal())).toEqual({});
    expect(checkJoin(draft({ cardNumber: '卡号' }), proposal())).toEqual({ cardNumber: 'card-number-invalid' });
  });

  test('a place as a share, never better than it is', () => {
    expect(topPercent(123, 5000)).toBe(2.5);
    expect(topPercent(1, 5000)).toBe(0.1);
    expect(topPercent(5000, 5000)).toBe(100);
  });
});

describe('the ways on', () => {
  const way = (change: Partial<PathRow>): PathRow => ({
    path: 'points',
    tier: 'gold',
    tierName: '金卡',
    unit: 'points',
    need: 500,
    have: 0,
    missing: 500,
    met: false,
    spendFen: null,
    costFen: 500,
    proof: null,
    ...change,
  });

  test('renewing begins with the cheapest that is met', () => {
    expect(renewalPathOf([way({}), way({ path: 'fee', met: true })])).toBe('fee');
    expect(renewalPathOf([way({})])).toBeNull();
  });

  test('rising begins with what costs nothing, and takes nothing that is not met', () => {
    const paths = {
      upgrades: [
        way({ path: 'deductPoints', met: true, costFen: 2000 }),
        way({ path: 'cumulativePoints', tier: 'diamond', tierName: '钻石卡', met: true, costFen: 0 }),
        way({ path: 'repair' }),
      ],
      eligibleFor: { tier: 'diamond', tierName: '钻石卡' },
    };
    expect(beginUpgrade(paths)).toBe('diamond cumulativePoints');
    expect(beginUpgrade({ ...paths, eligibleFor: null })).toBe('gold deductPoints');
    expect(upgradeOf(paths, 'gold deductPoints')).toMatchObject({ tier: 'gold', path: 'deductPoints' });
    expect(upgradeOf(paths, 'gold repair')).toBeNull();
    expect(upgradeOf(paths, '')).toBeNull();
  });
});

describe('cards of an account', () => {
  const card = (change: Partial<Card>): Card => ({
    id: 'k1',
    version: 1,
    number: '882004170036',
    role: 'main',
    state: 'active',
    stateReason: null,
    stateAt: null,
    stateBy: null,
    customerId: 'c1',
    holder: '王伟',
    replacedByNumber: null,
    issuedAt: 1,
    prints: 0,
    printWanted: false,
    ...change,
  });
  const family = card({ id: 'family', role: 'supplementary', issuedAt: 5 });
  const gone = card({ id: 'gone', state: 'replaced' });
  const lost = card({ id: 'lost', state: 'lost' });

  test('keys mean the main card; what is lost is replaced first', () => {
    expect(cardToLose([family, gone, card({})])?.id).toBe('k1');
    expect(cardToReplace([card({}), lost])?.id).toBe('lost');
    expect(cardToReplace([family, card({})])?.id).toBe('k1');
    expect(cardToLose([gone])).toBeNull();
    expect(cardShown([gone, lost])?.id).toBe('lost');
    expect(cardShown([])).toBeNull();
  });

  test('what is over is over, and a main card is never cancelled by itself', () => {
    expect(turnsOf(gone)).toEqual([]);
    expect(turnsOf(card({}))).toEqual(['frozen', 'lost']);
    expect(turnsOf(family)).toEqual(['frozen', 'lost', 'cancelled']);
    expect(turnsOf(lost)).toEqual(['active']);
    expect(turnsOf(card({ state: 'frozen' }))).toEqual(['active', 'lost']);
  });
});

describe('the list’s address', () => {
  test('is read into what the contract takes', () => {
    const filter = readMemberFilter(
      new URLSearchParams('tiers=gold,diamond&expiring=0&lapsing=60&eligible=1&joinMode=fee&state=expired'),
    );
    expect(filter).toEqual({
      tiers: ['gold', 'diamond'],
      expiringDays: 0,
      lapsingDays: 60,
      eligible: true,
      joinMode: 'fee',
      state: 'expired',
    });
    expect(memberFilter.safeParse(filter).success).toBe(true);
    expect(isNarrowed(filter)).toBe(true);
  });

  test('nonsense is left out, and the list still opens', () => {
    const filter = readMemberFilter(new URLSearchParams('expiring=&lapsing=-1&eligible=yes&joinMode=x&state=y&sort=z'));
    expect(filter).toEqual({ tiers: [] });
    expect(isNarrowed(filter)).toBe(false);
    expect(readMemberSort(new URLSearchParams('sort=z'))).toBe('expiry');
  });
});
