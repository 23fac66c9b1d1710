import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../db/contract/customerViews.ts';
import { cardNumber, plate, vinShort } from '../lib/formats.ts';
import { isMarked, markGrouped, markPhone, markPinyin, markText, type Piece } from '../lib/marking.ts';
import { Chip } from '../ui/Chip.tsx';
import { CompanyIcon, PlusIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import type { BoxItem } from './boxItems.ts';
import { tierTone } from './tierTone.ts';

export interface HitLineProps {
  readonly id: string;
  readonly item: BoxItem;
  readonly terms: readonly string[];
  readonly current: boolean;
  /** the first of its group: the group's name stands above */
  readonly headed: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

/** One line of the one box. */
export const HitLine = ({ id, item, terms, current, headed, onChoose, onPoint }: HitLineProps) => {
  const { t } = useTranslation();
  return (
    <>
      {headed && (
        <div className="one-box-head" role="presentation">
          {t(`common.box.${item.group}`)}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox hears the keys */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active option */}
      <div
        id={id}
        role="option"
        aria-selected={current}
        className="one-box-line"
        onClick={onChoose}
        onMouseMove={current ? undefined : onPoint}
        onMouseDown={(event) => event.preventDefault()}
      >
        {item.kind === 'hit' && <HitText hit={item.hit} terms={terms} />}
        {item.kind === 'numbered' && (
          <>
            <Marked pieces={markText(item.record.number, terms)} />
            <span className="one-box-title">{item.record.title}</span>
            <Chip>{t(`common.box.${item.record.kind}`)}</Chip>
          </>
        )}
        {item.kind === 'command' && (
          <>
            <span>{item.label}</span>
            {item.command.key && <KeyHint keys={item.command.key} />}
          </>
        )}
        {item.kind === 'new' && (
          <>
            <PlusIcon size={16} />
            <span>{t('common.box.newCustomer', { q: item.typed })}</span>
          </>
        )}
        {current && (
          <span className="one-box-enter">
            <KeyHint keys="Enter" />
          </span>
        )}
      </div>
    </>
  );
};

const HitText = memo(({ hit, terms }: { readonly hit: SearchHit; readonly terms: readonly string[] }) => {
  const { t } = useTranslation();
  const phone = hit.phones.map((masked) => markPhone(masked, terms)).sort(byMark)[0];
  const vehicles = hit.vehicles.map((vehicle) => ({
    plate: markGrouped(vehicle.plate ? plate(vehicle.plate) : '', terms),
    vin: vehicle.vin ? markText(vehicle.vin, terms) : [],
    vinShort: vehicle.vin ? markText(vinShort(vehicle.vin), terms) : [],
    series: vehicle.series,
  }));
  const vehicle =
    vehicles.find((one) => isMarked(one.plate)) ?? vehicles.find((one) => isMarked(one.vin)) ?? vehicles[0];
  const card = hit.cardNumber ? markGrouped(cardNumber(hit.cardNumber), terms) : [];
  return (
    <>
      <span className="one-box-name">
        <Marked pieces={markText(hit.name, terms)} />
      </span>
      {hit.kind === 'company' && <CompanyIcon size={15} />}
      <span className="one-box-pinyin">
        <Marked pieces={markPinyin(hit.pinyin, terms)} />
      </span>
      {phone && (
        <span>
          <Marked pieces={phone} />
        </span>
      )}
      {vehicle && (
        <span>
          <Marked pieces={vehicle.plate} />
          {vehicle.series && <span className="quiet"> {vehicle.series}</span>}
          {hit.vehicles.length > 1 && (
            <span className="quiet"> {t('common.box.vehicles', { count: hit.vehicles.length })}</span>
          )}
        </span>
      )}
      {vehicle && isMarked(vehicle.vin) && !isMarked(vehicle.plate) && (
        <span>
          VIN <Marked pieces={isMarked(vehicle.vinShort) ? vehicle.vinShort : vehicle.vin} />
        </span>
      )}
      {isMarked(card) && (
        <span>
          <Marked pieces={card} />
        </span>
      )}
      {hit.tierName && <Chip tone={tierTone(hit.tier)}>{hit.tierName}</Chip>}
    </>
  );
});
HitText.displayName = 'HitText';

const byMark = (a: readonly Piece[], b: readonly Piece[]): number => Number(isMarked(b)) - Number(isMarked(a));

const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  pieces.map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    piece.mark ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
