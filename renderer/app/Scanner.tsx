import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readPaperCode } from '../../db/domain/paper/paperCode.ts';
import { readRowCode } from '../../db/domain/tasks/rowCode.ts';
import { readVoucherCode } from '../../db/domain/voucherCode.ts';
import { api } from '../lib/api.ts';
import { errorText } from '../lib/errors.ts';
import { dropNotice, keepNotice, notify } from '../lib/notices.ts';
import { formIsOpen } from '../lib/openForms.ts';
import { useGo, usePath } from '../lib/place.ts';
import { type Check, scanAnswer } from '../lib/scanAnswer.ts';
import { type FieldBefore, fieldBefore, restoreField } from '../lib/scannedField.ts';
import { type Heard, hear, silence } from '../lib/scanner.ts';
import { offerScan } from '../lib/scanTakers.ts';
import { isStatementProof } from '../lib/statementProof.ts';
import { focusBox } from './boxFocus.ts';
import { numberedPath } from './numberedPath.ts';
import { tellScan } from './scans.ts';

const mostHits = 8;

/**
 * A scan from any screen opens its customer, unless the screen takes scans itself; the form that was open keeps what was typed and
 * is offered again.
 */
export const Scanner = () => {
  const open = useOpenScanned();
  useScans(open);
  return null;
};

/** Listens before everybody else: the scanner's Enter presses no button, and its characters leave the field as it was. */
const useScans = (onScan: (text: string) => void): void => {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    let heard: Heard = silence;
    let before: FieldBefore | null = null;
    const onKey = (event: KeyboardEvent): void => {
      const hearing = hear(heard, {
        code: event.code,
        key: event.key,
        shift: event.shiftKey,
        chord: event.ctrlKey || event.altKey || event.metaKey,
        repeat: event.repeat,
        at: event.timeStamp,
      });
      heard = hearing.heard;
      if (hearing.kind === 'begin') before = fieldBefore(event.target);
      if (hearing.kind !== 'scanned') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (before) restoreField(before);
      before = null;
      tellScan();
      latest.current(hearing.text);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
};

const useOpenScanned = (): ((text: string) => void) => {
  const { t } = useTranslation();
  const go = useGo();
  const { history } = useRouter();
  const offerForm = useFormOffer();

  const say = (text: string, check: Check, near: { readonly name: string; readonly id: string } | null): void => {
    const values = { code: text };
    const words = near ? t('scan.near', { ...values, name: near.name }) : t(`scan.none.${check}`, values);
    const lead = near
      ? { label: t('scan.open', { name: near.name }), perform: () => go(`/customers/${near.id}`) }
      : check === 'vin'
        ? { label: t('scan.new'), perform: () => go(`/customers/new?paste=${encodeURIComponent(text)}`) }
        : { label: t('scan.find'), perform: () => focusBox(text) };
    notify(near && check === 'wrong' ? `${words} ${t('scan.checkWrong')}` : words, { tone: 'amber', action: lead });
  };

  const look = async (text: string): Promise<void> => {
    try {
      // a slip of the club that its customer brings
      const job = await numberedPath(text);
      if (job) return go(job);
      const { hits } = await api.customers.search({ q: text, limit: mostHits });
      const answer = scanAnswer(text, hits);
      switch (answer.kind) {
        case 'open': {
          const from = history.location.href;
          const held = formIsOpen();
          go(`/customers/${answer.hit.id}`);
          if (held) offerForm(from);
          return;
        }
        case 'several':
          notify(t('scan.several', { code: text }), { tone: 'amber' });
          focusBox(text);
          return;
        case 'near':
          if (offerScan(text, 'unknown')) return;
          if (await isPaper(text)) return go(paperEntry(text));
          say(text, answer.check, answer.hit);
          return;
        case 'none':
          if (offerScan(text, 'unknown')) return;
          if (await isPaper(text)) return go(paperEntry(text));
          say(text, answer.check, null);
          return;
      }
    } catch (error) {
      notify(errorText(error, t, 'read'), { tone: 'red' });
    }
  };
  return (text) => {
    if (offerScan(text, 'any')) return;
    const voucher = readVoucherCode(text);
    // a customer with a voucher in the hand: it lies on the counter
    if (voucher.ok) go(`/redeem?code=${voucher.code}`);
    // or with a statement that somebody doubts
    else if (isStatementProof(text)) go(`/statements?proof=${encodeURIComponent(text)}`);
    else void look(text);
  };
};

/** Whether a paper of the store has this code (行码): what is written on it is to be entered. */
const isPaper = async (text: string): Promise<boolean> => {
  if (readPaperCode(text) === null && readRowCode(text) === null) return false;
  return api.paper.row({ code: text }).then(
    () => true,
    () => false,
  );
};

const paperEntry = (code: string): string => `/paper?do=enter&code=${encodeURIComponent(code)}`;

/** “刚才的表单还在 · 回到表单”, until one is back there or sends it away. */
const useFormOffer = (): ((from: string) => void) => {
  const { t } = useTranslation();
  const go = useGo();
  const { history } = useRouter();
  // called anew at every change of place
  usePath();
  const offered = useRef<{ readonly from: string; readonly notice: number } | null>(null);
  useEffect(() => {
    const { current } = offered;
    if (!current || history.location.href !== current.from) return;
    dropNotice(current.notice);
    offered.current = null;
  });
  return (from) => {
    if (offered.current) dropNotice(offered.current.notice);
    const notice = keepNotice(t('scan.formKept'), { label: t('scan.toForm'), perform: () => go(from) });
    offered.current = { from, notice };
  };
};
