import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { DeskEvent } from '../../db/contract/events.ts';
import { api, orpc } from './api.ts';

type DeskListener = (event: DeskEvent) => void;
const listeners = new Set<DeskListener>();

/** Hears every event of the host, for what is no query: the progress of an import. */
export const onDeskEvent = (listener: DeskListener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The query keys that show a topic: what is fetched again when it changed. */
const keysOf = (topic: string): readonly (readonly unknown[])[] => {
  const [name, id] = topic.split(':', 2);
  switch (name) {
    case 'customer':
      return id
        ? [
            orpc.customers.get.key({ input: { id } }),
            orpc.customers.timeline.key(),
            orpc.customers.list.key(),
            orpc.home.key(),
          ]
        : [orpc.customers.key()];
    case 'customers':
      return [orpc.customers.key(), orpc.home.key(), orpc.duplicates.ofCustomer.key(), orpc.vehicles.plan.key()];
    case 'duplicates':
      return [orpc.duplicates.key()];
    case 'vehicle':
    case 'vehicles':
      return [orpc.vehicles.key(), orpc.customers.key(), orpc.home.key(), orpc.deliveries.key()];
    case 'visit':
    case 'visits':
      return [
        orpc.visits.key(),
        orpc.customers.key(),
        orpc.vehicles.key(),
        orpc.home.key(),
        orpc.board.key(),
        orpc.accounts.key(),
        orpc.members.key(),
        orpc.points.key(),
      ];
    case 'members':
    case 'membership':
    case 'points':
      return [
        orpc.members.key(),
        orpc.points.key(),
        // what a member can take
        orpc.rewards.list.key(),
        orpc.customers.get.key(),
        orpc.customers.list.key(),
        orpc.printing.queue.key(),
      ];
    case 'rewards':
      return [orpc.rewards.key(), orpc.vouchers.key()];
    case 'approvals':
      return [orpc.approvals.key(), orpc.members.home.key()];
    case 'printing':
      return [orpc.printing.key()];
    case 'appointments':
      return [orpc.appointments.key(), orpc.board.key()];
    case 'prospects':
      return [orpc.prospects.key()];
    case 'recalls':
      return [orpc.recalls.key(), orpc.customers.get.key(), orpc.board.key(), orpc.appointments.key()];
    case 'accounts':
      return [orpc.accounts.key()];
    case 'complaint':
    case 'complaints':
      return [orpc.complaints.key(), orpc.promises.key(), orpc.customers.get.key()];
    case 'promises':
      return [orpc.promises.key(), orpc.complaints.get.key(), orpc.customers.get.key()];
    case 'enquiry':
    case 'enquiries':
      return [orpc.enquiries.key()];
    case 'clubServices':
      return [orpc.clubServices.key(), orpc.agency.key(), orpc.rescues.key(), orpc.claims.key()];
    case 'delivery':
    case 'deliveries':
      // with its photos
      return [orpc.deliveries.key(), orpc.attachments.key()];
    case 'taskRules':
      return [orpc.taskRules.key(), orpc.tasks.key()];
    case 'tasks':
      // how many wait of each rule
      return [orpc.tasks.key(), orpc.taskRules.list.key(), orpc.paper.key()];
    case 'surveys':
      // what is asked in a call, and what a call is about, too
      return [orpc.surveys.key(), orpc.questionnaires.key(), orpc.tasks.call.key()];
    case 'paper':
      return [orpc.paper.key()];
    case 'settings':
      return [
        orpc.settings.key(),
        orpc.vehicles.plan.key(),
        // its terms and the hours in which they run
        orpc.complaints.key(),
        orpc.session.state.key(),
        orpc.home.key(),
        orpc.customers.get.key(),
        orpc.members.key(),
        // their checklist
        orpc.deliveries.key(),
        // how often and when customers are called
        orpc.tasks.key(),
      ];
    case 'staff':
      return [orpc.staff.key(), orpc.session.state.key()];
    case 'tokens':
      return [orpc.tokens.key()];
    case 'savedFilters':
      return [orpc.savedFilters.key()];
    case 'imports':
      return [orpc.imports.key()];
    default:
      return [];
  }
};

/** False while the stream is broken, that is, while the host does not answer. */
export const useConnected = create<{ readonly connected: boolean }>()(() => ({ connected: true }));

const firstWait = 500;
const longestWait = 15_000;

/**
 * Listens to the host's change stream until `signal` aborts, and marks what changed as stale. A broken stream is opened
 * again after .5 s, then 1 s, up to 15 s; since changes may have been missed meanwhile, everything counts as stale then.
 */
export const followChanges = async (client: QueryClient, signal: AbortSignal): Promise<void> => {
  let wait = firstWait;
  let missed = false;
  while (!signal.aborted) {
    try {
      const stream = await api.events.changes({}, { signal });
      useConnected.setState({ connected: true });
      if (missed) void client.invalidateQueries();
      missed = true;
      for await (const event of stream) {
        wait = firstWait;
        hear(client, event);
      }
    } catch {
      // The host is away or the session ended; the calls of the screen say so.
    }
    if (signal.aborted) return;
    useConnected.setState({ connected: false });
    await pause(wait, signal);
    wait = Math.min(wait * 2, longestWait);
  }
};

const hear = (client: QueryClient, event: DeskEvent): void => {
  for (const listener of listeners) listener(event);
  switch (event.type) {
    case 'changed':
      for (const key of new Set(event.topics.flatMap(keysOf))) void client.invalidateQueries({ queryKey: key });
      return;
    case 'import':
      if (event.state !== 'staging' && event.state !== 'applying') {
        void client.invalidateQueries({ queryKey: orpc.imports.key() });
      }
      return;
    case 'ready':
      return;
  }
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
