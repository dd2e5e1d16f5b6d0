import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Board, DealCard } from '../data/deals.ts';
import type { Stage } from '../data/pipelines.ts';
import { nameOf } from '../data/values.ts';
import { spoken } from '../shell/live.ts';
import { dealTexts } from '../texts/index.ts';
import { cardId } from './card.tsx';
import { cardBeside, findCard } from './moved.ts';

interface Held {
  deal: DealCard;
  /** Where it would be dropped. */
  stageId: string;
}

interface HeldOptions {
  board: Board | undefined;
  active: string | undefined;
  onActive: (id: string) => void;
  onDrop: (deal: DealCard, stage: Stage) => void;
}

const focusCard = (id: string) => document.getElementById(cardId(id))?.focus();

/** The board by keyboard: arrows go from card to card, Space picks one up, arrows then move it, Enter drops it, Escape leaves it. */
export function useHeld({ board, active, onActive, onDrop }: HeldOptions) {
  const [held, setHeld] = useState<Held>();
  // A card that comes to another column is another element there: the focus goes along, as long as nobody puts it elsewhere.
  const followed = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (followed.current && document.activeElement === document.body) focusCard(followed.current);
  });

  const stages = board?.columns.map((column) => column.stage) ?? [];
  const place = (stageId: string) => stages.findIndex((stage) => stage.id === stageId);
  const heldKeys = (event: KeyboardEvent, { deal, stageId }: Held): boolean => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      const at = Math.min(stages.length - 1, Math.max(0, place(stageId) + step));
      const stage = stages[at];
      if (stage) {
        setHeld({ deal, stageId: stage.id });
        spoken.set(dealTexts.over(stage.name, at + 1, stages.length));
      }
    } else if (event.key === 'Enter' || event.key === ' ') {
      const stage = stages[place(stageId)];
      setHeld(undefined);
      if (stage && stageId !== deal.stageId) onDrop(deal, stage);
      else if (stage) spoken.set(dealTexts.left(nameOf(deal), stage.name));
    } else if (event.key === 'Escape') {
      setHeld(undefined);
      spoken.set(dealTexts.left(nameOf(deal), stages[place(deal.stageId)]?.name ?? ''));
    } else return event.key.startsWith('Arrow');
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!board || !active || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.id.startsWith(cardId(''))) return;
    if (held) {
      if (heldKeys(event, held)) event.preventDefault();
      return;
    }
    const beside = cardBeside(board, active, event.key);
    if (beside) {
      event.preventDefault();
      followed.current = undefined;
      onActive(beside.id);
      focusCard(beside.id);
    } else if (event.key === ' ') {
      event.preventDefault();
      const found = findCard(board, active);
      if (!found) return;
      const { card, column } = found;
      followed.current = card.id;
      setHeld({ deal: card, stageId: card.stageId });
      spoken.set(dealTexts.picked(nameOf(card), column.stage.name, place(card.stageId) + 1, stages.length));
    }
  };
  /** A pointer has taken over. */
  const onPointerDown = () => {
    followed.current = undefined;
  };
  return { held, onKeyDown, onPointerDown };
}
