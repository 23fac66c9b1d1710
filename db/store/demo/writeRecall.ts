import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { few } from './few.ts';
import { streams } from './random.ts';
import { idKinds } from './seededIds.ts';
import { vinOf } from './vins.ts';

const listed = 14;
const done = 4;
const notOurs = 5;
/** the campaign began so many days ago */
const running = 40;

/** 召回: one campaign that runs, with vehicles of the store that still wait for it, some done, and some that are not the store's. */
export const writeRecall = (build: DemoBuild): void => {
  const { connection, random, ids, dates, plan, today } = build;
  random.begin(streams.recall, 0);
  const at = dates.instant(plan.today - running, 9 * 60);
  const id = ids(idKinds.recall, 0, at);
  connection
    .prepare(
      `INSERT INTO recall (id, number, title, issuer, fromDay, toDay, description, createdAt, updatedAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      `S${today.slice(0, 4)}M0017`,
      '高压燃油泵螺栓紧固',
      '东风日产',
      dates.text(plan.today - running),
      dates.text(plan.today + 325),
      '免费检查高压燃油泵固定螺栓，力矩不足的重新紧固并更换垫片，约 40 分钟。',
      at,
      at,
    );
  const vehicles = bulkInsert(connection, 'recallVehicle', ['id', 'recallId', 'vin', 'doneDay', 'note']);
  const vinBy = connection.prepare<[string], string>('SELECT vin FROM vehicle WHERE id = ?').pluck(true);
  const ours = few(listed, plan.vehicles).map((vehicle) => vinBy.get(build.vehicleId(vehicle)) ?? '');
  const others = Array.from({ length: notOurs }, (_, index) =>
    vinOf(plan.vehicles + index, 'LGBH52E1', Number(today.slice(0, 4)) - 2),
  );
  [...ours, ...others].forEach((vin, index) => {
    const isDone = index < ours.length && index < done;
    vehicles.add([
      ids(idKinds.recallVehicle, index, at),
      id,
      vin,
      isDone ? dates.text(plan.today - random.between(1, running - 5)) : null,
      isDone ? '已紧固，未更换零件' : null,
    ]);
  });
  vehicles.flush();
};
