import { describe, expect, test } from 'vitest';
import { commands, features, hitCommands, isHere, pageCommands, routeOf } from '../../renderer/app/features.ts';
import { helpTopicOf } from '../../renderer/app/helpTopics.ts';
import { isDone, tourSteps } from '../../renderer/app/tourSteps.ts';
import { columns, readColumns } from '../../renderer/features/customers/columns.ts';
import { addressOf, readFilters, sameFilter } from '../../renderer/features/customers/filters.ts';

describe('one action object for each thing that can be done', () => {
  test('each has a name of its own', () => {
    const ids = commands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('no key means two things on one screen', () => {
    const routes = features.flatMap((feature) => feature.routes.map((route) => route.path));
    const clashes = routes.flatMap((route) => {
      const path = route.replace(/\$\w+/g, 'x');
      const keys = commands.filter((command) => command.key && isHere(command, path)).map((command) => command.key);
      return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${route} ${key}`);
    });
    expect(clashes).toEqual([]);
  });

  test('the customer page has its own, and a form beside it has none of them', () => {
    const keys = pageCommands('/customers/$id').map((command) => command.key);
    expect(keys).toEqual(expect.arrayContaining(['V', 'E', 'A', 'N', 'G', 'F']));
    const visit = commands.find((command) => command.id === 'customer.visit');
    const shown = (path: string): boolean => visit !== undefined && isHere(visit, path);
    expect(shown('/customers/0190')).toBe(true);
    expect(shown('/customers/new')).toBe(false);
    expect(shown('/customers/0190/edit')).toBe(false);
    expect(shown('/customers')).toBe(false);
  });

  test('the pairs and the merge have theirs, and do with them what the screen does', () => {
    const keysAt = (path: string) =>
      commands.filter((command) => command.where !== 'everywhere' && isHere(command, path)).map(({ key }) => key);
    expect(keysAt('/duplicates')).toEqual(['Enter', 'D']);
    expect(keysAt('/duplicates/0190/0191')).toEqual(['Enter', 'X', 'D']);
  });

  test('the lists begin a new one with B', () => {
    const withB = commands.filter(({ key }) => key === 'B').map(({ where }) => where);
    expect(withB).toEqual(expect.arrayContaining(['/prospects', '/accounts', '/recalls']));
  });

  test('a Tab action of the one box does to the hit what its key does on the page', () => {
    const went: string[] = [];
    for (const command of hitCommands.filter(({ id }) => id.startsWith('customer.'))) {
      const go = (path: string): unknown => went.push(path);
      void command.perform({ go, path: '/customers/0190', here: false, t: ((key: string) => key) as never });
    }
    expect(went).toEqual(['/customers/0190?do=visit', '/customers/0190/edit', '/customers/0190?do=note']);
  });

  test('a path’s route is the one with the most words of its own', () => {
    expect(routeOf('/customers/new')).toBe('/customers/new');
    expect(routeOf('/customers/0190')).toBe('/customers/$id');
    expect(routeOf('/customers/0190/edit')).toBe('/customers/$id/edit');
    expect(routeOf('/')).toBe('/');
    expect(routeOf('/no/such/page')).toBeNull();
  });

  test('every screen can be explained', () => {
    expect(helpTopicOf({ route: '/customers/$id' })).toBe('customer');
    expect(helpTopicOf({ route: null })).toBe('general');
  });
});

describe('the tour sees what was really done', () => {
  const nothing = { path: '/', search: '', topics: [], helpShown: false };

  test('and goes on for nothing else', () => {
    for (const step of tourSteps) expect(isDone(step, nothing)).toBe(false);
    expect(isDone('find', { ...nothing, path: '/customers/new' })).toBe(false);
    expect(isDone('arrive', { ...nothing, topics: ['customers'] })).toBe(false);
    expect(isDone('undo', { ...nothing, topics: ['visits', 'appointments'] })).toBe(false);
    expect(isDone('due', { ...nothing, path: '/customers' })).toBe(false);
  });

  test('step by step', () => {
    expect(isDone('find', { ...nothing, path: '/customers/0190' })).toBe(true);
    expect(isDone('arrive', { ...nothing, topics: ['visits', 'customers'] })).toBe(true);
    expect(isDone('undo', { ...nothing, topics: ['customers', 'visits', 'duplicates'] })).toBe(true);
    expect(isDone('paste', { ...nothing, topics: ['customers'] })).toBe(true);
    expect(isDone('due', { ...nothing, path: '/customers', search: 'insuranceWithinDays=30' })).toBe(true);
    expect(isDone('help', { ...nothing, helpShown: true })).toBe(true);
  });
});

describe('the customer list', () => {
  test('columns that were kept, in the list’s own order, the name always', () => {
    expect(readColumns(null)).toEqual(columns);
    expect(readColumns('["tags","phone"]')).toEqual(['name', 'phone', 'tags']);
    expect(readColumns('["gone"]')).toEqual(['name']);
    expect(readColumns('{"no":"list"}')).toEqual(columns);
    expect(readColumns('not json')).toEqual(columns);
  });

  test('the address of a group shows its filters again', () => {
    const filter = { tier: 'gold', awayMonths: 6, q: '王 伟' };
    const address = addressOf(filter, 'lastVisit');
    expect(address).toBe('/customers?awayMonths=6&q=%E7%8E%8B+%E4%BC%9F&tier=gold&sort=lastVisit');
    expect(sameFilter(readFilters(new URLSearchParams(address.split('?')[1])), filter)).toBe(true);
    expect(sameFilter(filter, { tier: 'gold', awayMonths: 6 })).toBe(false);
    expect(addressOf({}, 'recent')).toBe('/customers');
  });
});
