import { pinyin } from '../../domain/personName.ts';
import type { DemoBuild } from './build.ts';
import { few, firstFew } from './few.ts';
import { planKinds } from './plan.ts';

/** Characters of names that sound the same: how a second file comes about on the phone. */
const homophones: Readonly<Record<string, string>> = {
  ...{ 伟: '炜', 军: '君', 敏: '闵', 芳: '方', 英: '瑛', 华: '骅', 明: '铭', 杰: '洁', 洁: '杰', 静: '婧', 丽: '莉' },
  ...{ 莉: '丽', 娟: '鹃', 燕: '艳', 艳: '燕', 涛: '韬', 辉: '晖', 琴: '芹', 玲: '铃', 红: '虹', 梅: '玫', 婷: '亭' },
  ...{ 霞: '侠', 宇: '雨', 雨: '宇', 欣: '心', 怡: '仪', 涵: '晗', 轩: '萱', 萱: '轩', 龙: '隆', 峰: '锋', 锋: '峰' },
};

/** What the second file of a pair has of the first beside the name. */
const shared = ['phone', 'birthday', 'address', 'phone', 'birthday', 'address'] as const;

interface Person {
  readonly name: string;
  readonly pinyin: string;
  readonly gender: string | null;
  readonly birthMonth: number | null;
  readonly address: string | null;
  readonly phone: string;
}

const soundsLike = (person: Person): string | null => {
  const last = homophones[person.name.slice(-1)];
  if (last === undefined) return null;
  const name = person.name.slice(0, -1) + last;
  return pinyin(name, 'person').spaced === person.pinyin ? name : null;
};

/** Whether there is something to have in common. */
const has = (person: Person, what: (typeof shared)[number]): boolean => {
  switch (what) {
    case 'phone':
      return true;
    case 'birthday':
      return person.birthMonth !== null && soundsLike(person) !== null;
    case 'address':
      return person.address !== null;
  }
};

/** 重复客户: a few pairs of files that are one person, of several kinds, so that there is something to find and to merge. */
export const writeTwins = (build: DemoBuild): void => {
  const { connection, plan } = build;
  const personBy = connection.prepare<[string], Person>(
    `SELECT name, pinyin, gender, birthMonth, address, (SELECT number FROM customerPhone WHERE customerId = id AND position = 0) AS phone
     FROM customer WHERE id = ?`,
  );
  const person = (customer: number): Person => {
    const row = personBy.get(build.customerId(customer));
    if (!row) throw new Error('no such customer');
    return row;
  };
  const become = connection.prepare(
    `UPDATE customer SET (name, pinyin, gender, birthCalendar, birthYear, birthMonth, birthDay, birthLeap, residentId) =
       (SELECT @name, a.pinyin, a.gender, a.birthCalendar, a.birthYear, a.birthMonth, a.birthDay, a.birthLeap, NULL
        FROM customer a WHERE a.id = @a) WHERE id = @b`,
  );
  const address = connection.prepare('UPDATE customer SET address = ? WHERE id = ?');
  const alsoPhone = connection.prepare(
    `INSERT INTO customerPhone (customerId, position, number, kind, label)
     SELECT @b, count(*), @phone, 'mobile', 'mobile' FROM customerPhone WHERE customerId = @b`,
  );
  const isPerson = (customer: number): boolean => plan.customerKind[customer] === planKinds.person;
  const starts = few(shared.length, Math.floor(plan.customers / 20)).map((index) => index * 20);
  connection.exec('BEGIN');
  starts.forEach((from, index) => {
    const what = shared[index] ?? 'phone';
    const near = { from, most: 600 };
    const [first] = firstFew(1, plan.customers, (at) => isPerson(at) && has(person(at), what), near);
    if (first === undefined) return;
    const [second] = firstFew(1, plan.customers, isPerson, { from: first + 1 });
    if (second === undefined) return;
    const a = build.customerId(first);
    const b = build.customerId(second);
    const one = person(first);
    become.run({ a, b, name: what === 'birthday' ? (soundsLike(one) ?? one.name) : one.name });
    if (what === 'phone') alsoPhone.run({ b, phone: one.phone });
    if (what === 'address') address.run(one.address, b);
  });
  connection.exec('COMMIT');
};
