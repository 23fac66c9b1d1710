import { ORPCError } from '@orpc/client';
import type { PrintState, ShellBridge } from '../../db/contract/shell.ts';
import { hashOf, type PaperAsked, type PolicySlipAsked, type PrintAsked } from '../print/printAsked.ts';
import { api } from './api.ts';
import { type Paper, usePrinterChoice } from './printerChoice.ts';
import { openPrintFrame } from './printFrame.ts';
import { newRequestId } from './requestId.ts';
import { shell } from './shell.ts';

/** What a screen wants printed. `reason`: why cards are printed again, where any of them was printed before. */
export type PrintJob =
  | { readonly document: 'card'; readonly cardIds: readonly string[]; readonly reason?: string | null }
  | { readonly document: 'slip'; readonly vouchers: readonly { readonly id: string; readonly code: string }[] }
  | {
      readonly document: 'statementA5' | 'statement80';
      readonly membershipId: string;
      readonly fromDay: string;
      readonly toDay: string;
    }
  | { readonly document: 'complaint'; readonly complaintId: string }
  | { readonly document: 'servicePlan'; readonly vehicleId: string }
  | { readonly document: 'letter' | 'envelope'; readonly customerIds: readonly string[] }
  | {
      readonly document: 'callSheet';
      /** the page makes the sheet by this id */
      readonly sheetId: string;
      readonly mine: boolean;
      readonly ruleId: string | null;
    }
  | PaperAsked
  /** a job, a rescue or a claim of the club */
  | { readonly document: 'agencySlip' | 'rescueSlip' | 'claimSlip'; readonly subjectId: string }
  | PolicySlipAsked
  | { readonly document: 'calibration'; readonly printerId: string };

export interface PrintOptions {
  /** thrown away while it is being prepared: nothing was printed, nothing is on record */
  readonly signal?: AbortSignal;
  /** pages laid out so far */
  readonly onProgress?: (done: number, total: number) => void;
}

/** `handedOver`: the dialog was opened, or a printer has it. Whether paper came out nobody can know. */
export type PrintResult = 'handedOver' | 'cancelled';

/** A page that is ready, not yet printed. */
export interface PreparedPage {
  print(): Promise<PrintResult>;
  /** it is not to be printed any more */
  drop(): void;
}

const paperOf = (document: PrintJob['document']): Paper => {
  switch (document) {
    case 'card':
    case 'calibration':
      return 'card';
    case 'slip':
    case 'statement80':
    case 'agencySlip':
    case 'rescueSlip':
    case 'claimSlip':
    case 'policySlip':
      return 'roll';
    case 'statementA5':
      return 'a5';
    case 'complaint':
    case 'servicePlan':
    case 'letter':
    case 'callSheet':
    case 'complaintForm':
    case 'signInSheet':
    case 'surveyForm':
      return 'a4';
    case 'envelope':
      return 'envelope';
  }
};

const askedFor = (job: PrintJob, printerId: string | null): PrintAsked => {
  switch (job.document) {
    case 'card':
      return { document: 'card', cardIds: job.cardIds, printerId };
    case 'slip':
      return { document: 'slip', codes: job.vouchers.map((voucher) => voucher.code) };
    case 'statementA5':
    case 'statement80':
    case 'complaint':
    case 'servicePlan':
    case 'letter':
    case 'envelope':
    case 'callSheet':
    case 'complaintForm':
    case 'signInSheet':
    case 'surveyForm':
    case 'agencySlip':
    case 'rescueSlip':
    case 'claimSlip':
    case 'policySlip':
      return job;
    case 'calibration':
      return job;
  }
};

/** Before the printer has it: who, what, why. @throws ORPCError as `printing.record` refuses it */
const recordPrint = (job: PrintJob, printerId: string | null): Promise<unknown> => {
  const { document } = job;
  const shared = { document, requestId: newRequestId() };
  switch (document) {
    case 'card':
      return api.printing.record({ ...shared, cardIds: [...job.cardIds], printerId, reason: job.reason ?? null });
    case 'slip':
      return api.printing.record({ ...shared, voucherIds: job.vouchers.map((voucher) => voucher.id) });
    case 'statementA5':
    case 'statement80':
      return api.printing.record({ ...shared, membershipId: job.membershipId });
    case 'complaint':
      return api.printing.record({ ...shared, complaintId: job.complaintId });
    case 'servicePlan':
      return api.printing.record({ ...shared, vehicleId: job.vehicleId });
    case 'letter':
    case 'envelope':
      return api.printing.record({ ...shared, pieces: job.customerIds.length });
    case 'callSheet':
      return api.printing.record({ ...shared, callSheetId: job.sheetId });
    case 'complaintForm':
    case 'signInSheet':
    case 'surveyForm':
      return api.printing.record({ ...shared, subjectId: job.sheetId });
    case 'agencySlip':
    case 'rescueSlip':
    case 'claimSlip':
    case 'policySlip':
      return api.printing.record({ ...shared, subjectId: job.subjectId });
    case 'calibration':
      return api.printing.record({ ...shared, printerId: job.printerId });
  }
};

/** @throws ORPCError as the page says why it cannot be printed */
const failure = (state: Extract<PrintState, { state: 'failed' }>): Error =>
  new ORPCError(state.code, { data: state.data });

/** The shell prepares the page in a window of its own and prints it, silently where a printer was chosen for this paper. */
const prepareInShell = async (
  bridge: ShellBridge,
  hash: string,
  device: string | null,
  { signal, onProgress }: PrintOptions,
): Promise<PreparedPage | null> => {
  const stopHearing = bridge.onPrintState((state) => {
    if (state.state === 'working') onProgress?.(state.done, state.total);
  });
  const cancel = (): void => bridge.cancelPrint();
  signal?.addEventListener('abort', cancel);
  try {
    const state = await bridge.preparePrint(hash);
    if (state.state === 'failed') throw failure(state);
    if (state.state !== 'ready') return null;
  } finally {
    stopHearing();
    signal?.removeEventListener('abort', cancel);
  }
  return {
    drop: cancel,
    print: async () => {
      const outcome = await bridge.print(device);
      if (outcome === 'failed') throw new ORPCError('INTERNAL', { data: { reason: 'printer-failed' } });
      return outcome;
    },
  };
};

const prepare = (job: PrintJob, printerId: string | null, options: PrintOptions): Promise<PreparedPage | null> => {
  const hash = hashOf(askedFor(job, printerId));
  if (!shell) return openPrintFrame(hash, options);
  const device = usePrinterChoice.getState().devices[paperOf(job.document)];
  return prepareInShell(shell, hash, device ? device : null, options);
};

/**
 * Prints: lays the pages out unseen, puts on record who prints what, hands them to the printer or its dialog. Nothing is on record
 * before the pages are ready, so what was cancelled or failed until then never happened.
 * @throws ORPCError where there is nothing to print, it may not be printed (`reprint-reason`), or the printer does not take it
 */
export const printDocument = async (job: PrintJob, options: PrintOptions = {}): Promise<PrintResult> => {
  const { cardPrinterId } = usePrinterChoice.getState();
  const printerId = job.document === 'calibration' ? job.printerId : job.document === 'card' ? cardPrinterId : null;
  const page = await prepare(job, printerId, options);
  if (!page) return 'cancelled';
  try {
    if (options.signal?.aborted) {
      page.drop();
      return 'cancelled';
    }
    await recordPrint(job, printerId);
  } catch (error) {
    page.drop();
    throw error;
  }
  return page.print();
};
