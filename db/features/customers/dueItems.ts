import type { z } from 'zod';
import type { dueItem } from '../../contract/customerViews.ts';
import type { VehicleRecall } from '../../contract/recalls.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Birthday } from '../../contract/values.ts';
import { birthdayText, nextOccurrence } from '../../domain/birthday.ts';
import { daysBetween } from '../../domain/day.ts';
import type { VehicleCard } from './vehicleCards.ts';

type DueItem = z.output<typeof dueItem>;
type Kind = DueItem['kind'];

/** Insurance and inspection that ended longer ago say nothing about today's visit. */
const forgottenDays = 180;
/** A warranty or card that ends shows so many days ahead. */
const endingDays = 60;

/** A driving licence is renewed within so many days before its end; one that ended longer ago says nothing any more. */
const licenceDays = 90;

const item = (
  kind: Kind,
  day: string,
  today: string,
  label: string,
  soonDays: number,
  vehicleId: string | null,
): DueItem => {
  const days = daysBetween(today, day);
  return {
    kind,
    urgency: days < 0 ? 'overdue' : days <= soonDays ? 'soon' : 'ahead',
    day,
    days,
    vehicleId,
    label,
    lunarText: null,
  };
};

const vehicleLabel = (vehicle: VehicleCard): string => vehicle.plate ?? vehicle.series ?? vehicle.vin ?? '';

const ofVehicle = (vehicle: VehicleCard, settings: Settings, today: string): DueItem[] => {
  const label = vehicleLabel(vehicle);
  const found: DueItem[] = [];
  const within = (day: string | null, ahead: number): day is string =>
    day !== null && daysBetween(today, day) <= ahead && daysBetween(today, day) >= -forgottenDays;
  const insuranceAhead = Math.max(...settings.insuranceReminderDays);
  const insuranceSoon = settings.insuranceReminderDays.toSorted((a, b) => a - b)[1] ?? insuranceAhead;
  if (within(vehicle.insuranceEndDay, insuranceAhead)) {
    found.push(item('insurance', vehicle.insuranceEndDay, today, label, insuranceSoon, vehicle.id));
  }
  if (within(vehicle.inspectionDueDay, settings.inspectionReminderDays)) {
    found.push(item('inspection', vehicle.inspectionDueDay, today, label, 30, vehicle.id));
  }
  if (vehicle.serviceFromDay && vehicle.serviceToDay && vehicle.serviceFromDay <= today) {
    found.push(item('service', vehicle.serviceToDay, today, label, endingDays, vehicle.id));
  }
  if (within(vehicle.warrantyEndDay, endingDays) && vehicle.warrantyEndDay >= today) {
    found.push(item('warranty', vehicle.warrantyEndDay, today, label, 30, vehicle.id));
  }
  return found;
};

const ofBirthday = (
  kind: Kind,
  birthday: Birthday | null,
  label: string,
  settings: Settings,
  today: string,
): DueItem[] => {
  if (!birthday) return [];
  const day = nextOccurrence(birthday, today);
  if (daysBetween(today, day) > settings.birthdayReminderDays) return [];
  const lunarText = birthday.calendar === 'lunar' ? birthdayText(birthday) : null;
  return [{ ...item(kind, day, today, label, settings.birthdayReminderDays, null), lunarText }];
};

/** One chip a vehicle, for the open recall (召回) that ends first; one without an end is due whenever the car is here. */
const ofRecalls = (vehicle: VehicleCard, recalls: readonly VehicleRecall[], today: string): DueItem[] => {
  const first = recalls.find((recall) => recall.vehicleId === vehicle.id);
  return first ? [item('recall', first.toDay ?? today, today, vehicleLabel(vehicle), endingDays, vehicle.id)] : [];
};

const rank = { overdue: 0, soon: 1, ahead: 2 } as const;

/** What the strip shows as due (近期), most urgent first. */
export const dueItemsOf = (
  facts: {
    readonly name: string;
    readonly birthday: Birthday | null;
    readonly relations: readonly { readonly name: string; readonly birthday: Birthday | null }[];
    readonly vehicles: readonly VehicleCard[];
    readonly licenceEndDay: string | null;
    readonly cardValidThrough: string | null;
    /** open ones, those that end first before */
    readonly recalls: readonly VehicleRecall[];
  },
  settings: Settings,
  today: string,
): DueItem[] => {
  const found = [
    ...facts.vehicles.flatMap((vehicle) => ofVehicle(vehicle, settings, today)),
    ...facts.vehicles.flatMap((vehicle) => ofRecalls(vehicle, facts.recalls, today)),
    ...ofBirthday('birthday', facts.birthday, facts.name, settings, today),
    ...facts.relations.flatMap((relation) =>
      ofBirthday('familyBirthday', relation.birthday, relation.name, settings, today),
    ),
  ];
  const { licenceEndDay, cardValidThrough } = facts;
  if (licenceEndDay && Math.abs(daysBetween(today, licenceEndDay)) <= licenceDays) {
    found.push(item('licence', licenceEndDay, today, '', 30, null));
  }
  if (cardValidThrough && daysBetween(today, cardValidThrough) <= endingDays) {
    found.push(item('card', cardValidThrough, today, '', 30, null));
  }
  return found.toSorted((a, b) => rank[a.urgency] - rank[b.urgency] || a.days - b.days);
};
