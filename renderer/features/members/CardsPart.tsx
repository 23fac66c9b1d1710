import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { cardNumber, momentOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { isEnded } from './AddCardPanel.tsx';
import { CardStateChip } from './CardStateChip.tsx';
import { reasonWords } from './eventWords.ts';
import css from './memberPage.module.css';
import { turnsOf } from './ownCard.ts';
import type { Card, MemberPage } from './shapes.ts';

export interface CardsPartProps {
  readonly page: MemberPage;
  readonly onOpen: (what: string) => void;
  readonly onPrint: (card: Card) => void;
}

/** Every card of the account, the living ones first, each with what can be done with it. */
export const CardsPart = ({ page, onOpen, onPrint }: CardsPartProps) => {
  const { t } = useTranslation();
  const cards = page.cards.toSorted((a, b) => Number(isEnded(a.state)) - Number(isEnded(b.state)));
  const open = page.membership.state === 'active' || page.membership.state === 'expired';
  return (
    <Panel
      flush
      title={t('members.cards.title')}
      {...(open
        ? {
            actions: (
              <Button size="small" onClick={() => onOpen('addCard')}>
                {t('members.actions.addCard')} <KeyHint keys="F" />
              </Button>
            ),
          }
        : {})}
    >
      <ul>
        {cards.map((card) => (
          <CardLine key={card.id} card={card} open={open} onOpen={onOpen} onPrint={onPrint} />
        ))}
      </ul>
    </Panel>
  );
};

interface CardLineProps {
  readonly card: Card;
  readonly open: boolean;
  readonly onOpen: (what: string) => void;
  readonly onPrint: (card: Card) => void;
}

const CardLine = ({ card, open, onOpen, onPrint }: CardLineProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const shown = cardNumber(card.number);
  const named = (what: string): string => `${what} ${shown}`;
  return (
    <li className={css['cardLine']}>
      <div className={css['cardFacts']}>
        <strong className={isEnded(card.state) ? css['over'] : ''}>{shown}</strong>
        <Chip>{t(`members.role.${card.role}`)}</Chip>
        <CardStateChip state={card.state} always />
        {card.printWanted && <Chip tone="amber">{t('members.cards.toPrint')}</Chip>}
        <span className="quiet">
          {[
            card.holder,
            card.prints > 0 ? t('members.cards.printed', { count: card.prints }) : null,
            card.replacedByNumber && t('members.cards.replacedBy', { number: cardNumber(card.replacedByNumber) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {card.stateAt !== null && card.state !== 'active' && (
        <p className="quiet small">
          {[momentOf(card.stateAt, timeZone), card.stateBy, card.stateReason && reasonWords(card.stateReason, t)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {open && !isEnded(card.state) && (
        <div className={css['cardDeeds']}>
          {turnsOf(card).map((to) => (
            <Button
              key={to}
              size="small"
              aria-label={named(t(`members.turn.${to}.button`))}
              onClick={() => onOpen(`state&card=${card.id}&to=${to}`)}
            >
              {t(`members.turn.${to}.button`)}
            </Button>
          ))}
          <Button
            size="small"
            aria-label={named(t('members.actions.replace'))}
            onClick={() => onOpen(`replace&card=${card.id}`)}
          >
            {t('members.actions.replace')}
          </Button>
          {card.state === 'active' && (
            <Button size="small" aria-label={named(t('members.actions.print'))} onClick={() => onPrint(card)}>
              {t('members.actions.print')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
};
