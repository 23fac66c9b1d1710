import { useGo } from '../../lib/place.ts';
import { BirthdayText } from './BirthdayText.tsx';
import type { Relation } from './shapes.ts';

/** 王小雨 · 农历十月十三 · 139****2211: one person who belongs to a customer; opens their own file where there is one. */
export const RelationLine = ({ relation }: { readonly relation: Relation }) => {
  const go = useGo();
  const { otherId, name } = relation;
  const more = [relation.phoneMasked, relation.note].filter(Boolean).join(' · ');
  return (
    <span>
      {otherId === null ? (
        <strong>{name}</strong>
      ) : (
        <a
          href={`#/customers/${otherId}`}
          onClick={(event) => {
            event.preventDefault();
            go(`/customers/${otherId}`);
          }}
        >
          {name}
        </a>
      )}
      <span className="quiet small">
        {' '}
        {relation.birthday && <BirthdayText birthday={relation.birthday} />}
        {relation.birthday && more && ' · '}
        {more}
      </span>
    </span>
  );
};
