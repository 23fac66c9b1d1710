import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { birthdayWords } from './birthdayWords.ts';
import type { Relation } from './shapes.ts';

/** 王小雨 · 农历十月十三 · 139****2211: one person who belongs to a customer; opens their own file where there is one. */
export const RelationLine = ({ relation }: { readonly relation: Relation }) => {
  const { t } = useTranslation();
  const go = useGo();
  const { otherId, name } = relation;
  const more = [relation.birthday ? birthdayWords(relation.birthday, t) : null, relation.phoneMasked, relation.note];
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
      <span className="quiet small"> {more.filter(Boolean).join(' · ')}</span>
    </span>
  );
};
