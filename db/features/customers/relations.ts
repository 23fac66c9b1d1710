import { maskPhone } from '../../domain/phone.ts';
import type { ReadDb } from '../../store/handler.ts';
import { birthdayOf } from './rows.ts';

export type RelationKind = 'spouse' | 'child' | 'parent' | 'friend' | 'keyPerson' | 'driver';

/** Seen from the other side. A key person's company and a driver's employer keep the word; `inverse` says which way it goes. */
export const turned = (kind: RelationKind): RelationKind =>
  kind === 'child' ? 'parent' : kind === 'parent' ? 'child' : kind;

const selection = (db: ReadDb, ownSide: 'customerId' | 'otherId', otherSide: 'customerId' | 'otherId') =>
  db
    .selectFrom('relation')
    .leftJoin('customer as other', (join) =>
      join.onRef('other.id', '=', `relation.${otherSide}`).on('other.deletedAt', 'is', null),
    )
    .selectAll('relation')
    .select((eb) => [
      'other.id as fileId',
      'other.name as fileName',
      'other.birthCalendar as fileBirthCalendar',
      'other.birthYear as fileBirthYear',
      'other.birthMonth as fileBirthMonth',
      'other.birthDay as fileBirthDay',
      'other.birthLeap as fileBirthLeap',
      eb
        .selectFrom('customerPhone')
        .select('number')
        .whereRef('customerPhone.customerId', '=', 'other.id')
        .orderBy('position')
        .limit(1)
        .as('filePhone'),
      eb.val(ownSide).as('side'),
    ])
    .where('relation.deletedAt', 'is', null)
    // a merge can make two relatives one; they show again when it is undone
    .whereRef('relation.customerId', 'is distinct from', 'relation.otherId')
    .orderBy('relation.id');

type Row = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number];

const fileBirthdayOf = (row: Row) =>
  birthdayOf({
    birthCalendar: row.fileBirthCalendar,
    birthYear: row.fileBirthYear,
    birthMonth: row.fileBirthMonth,
    birthDay: row.fileBirthDay,
    birthLeap: row.fileBirthLeap ?? 0,
  });

const shown = (row: Row, inverse: boolean) => {
  const kind = row.kind as RelationKind;
  // what the relation itself says is of the one it was entered about; the other side is told by its file alone
  const ownPhone = inverse ? null : row.phone;
  const phone = ownPhone ?? row.filePhone;
  return {
    id: row.id,
    version: row.version,
    kind: inverse ? turned(kind) : kind,
    name: row.fileName ?? row.name,
    phoneMasked: phone ? maskPhone(phone) : null,
    birthday: (inverse ? null : birthdayOf(row)) ?? fileBirthdayOf(row),
    otherId: row.fileId,
    note: row.note,
    inverse,
  };
};

type Shown = ReturnType<typeof shown>;

/** Rows that say the same, as two merged files do, or as both sides of a marriage: one of them is shown. */
const saysTheSame = (a: Shown, b: Shown): boolean => {
  if (a.kind !== b.kind || a.otherId !== b.otherId) return false;
  const directed = a.kind === 'keyPerson' || a.kind === 'driver';
  if (a.inverse !== b.inverse) return a.otherId !== null && !directed;
  return (
    a.name === b.name && a.phoneMasked === b.phoneMasked && JSON.stringify(a.birthday) === JSON.stringify(b.birthday)
  );
};

/** Family, friends and key persons (家人与关键人), whichever of the two files they were entered on. */
export const relationsOf = async (db: ReadDb, customerId: string) => {
  const own = await selection(db, 'customerId', 'otherId').where('relation.customerId', '=', customerId).execute();
  const other = await selection(db, 'otherId', 'customerId').where('relation.otherId', '=', customerId).execute();
  const rows = [
    ...own.map((row) => shown(row, false)),
    // whose own file is gone has nothing to say on this one
    ...other.filter((row) => row.fileId !== null).map((row) => shown(row, true)),
  ];
  return rows.filter((row, index) => !rows.slice(0, index).some((before) => saysTheSame(before, row)));
};
