import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../db/contract/settings.ts';
import type { Category } from '../../../db/contract/visits.ts';
import { categories } from '../../../db/domain/category.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { blankRatio, type PointsRulesForm, type RatioText, ratioKey } from './pointsRulesForm.ts';
import css from './rules.module.css';

export interface RatioTableProps {
  readonly tiers: Settings['tiers'];
  readonly ratios: PointsRulesForm['ratios'];
  readonly say: (path: string) => string | undefined;
  readonly onChange: (ratios: PointsRulesForm['ratios']) => void;
}

/** 类别 × 卡级: “¥ __ 得 __ 分”. A tier's own boxes show, while blank, what holds for every tier. */
export const RatioTable = ({ tiers, ratios, say, onChange }: RatioTableProps) => {
  const { t } = useTranslation();
  const columns = [{ code: null, name: t('rules.everyTier') }, ...tiers];
  const shown = (category: Category, code: string | null): RatioText => ratios[ratioKey(category, code)] ?? blankRatio;
  return (
    <div className={css['tableWrap']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('rules.points.category')}</th>
            {columns.map(({ code, name }) => (
              <th scope="col" key={code ?? ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <tr key={category}>
              <th scope="row">{t(`visit.category.${category}`)}</th>
              {columns.map(({ code, name }) => (
                <td key={code ?? ''}>
                  <Ratio
                    names={{ category: t(`visit.category.${category}`), tier: name }}
                    value={shown(category, code)}
                    inherited={code === null ? blankRatio : shown(category, null)}
                    wrong={say(`ratios.${ratioKey(category, code)}`)}
                    onChange={(ratio) => onChange({ ...ratios, [ratioKey(category, code)]: ratio })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

interface RatioProps {
  readonly names: { readonly category: string; readonly tier: string };
  readonly value: RatioText;
  readonly inherited: RatioText;
  readonly wrong: string | undefined;
  readonly onChange: (ratio: RatioText) => void;
}

const Ratio = ({ names, value, inherited, wrong, onChange }: RatioProps) => {
  const { t } = useTranslation();
  const noteId = useId();
  const blank = value.yuan === '' && value.points === '';
  const invalid = wrong ? { 'aria-invalid': true as const, 'aria-describedby': noteId, status: 'error' as const } : {};
  return (
    <>
      <span className={blank && inherited !== blankRatio ? `${css['ratio']} ${css['inherited']}` : css['ratio']}>
        <span aria-hidden="true">{t('rules.points.per')}</span>
        <TextInput
          {...invalid}
          aria-label={t('rules.points.yuanOf', names)}
          inputMode="decimal"
          maxLength={10}
          placeholder={blank ? inherited.yuan : ''}
          value={value.yuan}
          onChange={(yuan) => onChange({ ...value, yuan })}
        />
        <span aria-hidden="true">{t('rules.points.gives')}</span>
        <TextInput
          {...invalid}
          aria-label={t('rules.points.pointsOf', names)}
          inputMode="numeric"
          maxLength={6}
          placeholder={blank ? inherited.points : ''}
          value={value.points}
          onChange={(points) => onChange({ ...value, points })}
        />
        <span aria-hidden="true">{t('rules.points.unit')}</span>
      </span>
      {wrong && (
        <div id={noteId} className={css['cellWrong']} role="alert">
          {wrong}
        </div>
      )}
    </>
  );
};
