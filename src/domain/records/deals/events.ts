import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { competitor, deal, stakeholder } from './fields.ts';

defineRecordEvents(deal, { otherName: 'opportunity' });
defineRecordEvents(stakeholder);
defineRecordEvents(competitor);

/** Whoever subscribes to it hears of every change of the state of deals. */
const families = ['opportunity.state_changes'];

const ofDeal = { dealId: 'the deal', value: 'its amount, as a decimal text', currency: 'the currency of the amount' };

defineEvent({
  type: 'crm.deal.stage_changed',
  object: 'deal',
  summary: 'A deal came to another stage.',
  aliases: ['deal.stage_changed', 'opportunity.stage_changed'],
  families,
  data: {
    ...ofDeal,
    fromStage: 'the name of the stage before',
    toStage: 'the name of the stage now',
    fromStageId: 'its id',
    toStageId: 'its id',
    triggeredBy: 'user, agent or automation',
  },
});
defineEvent({
  type: 'crm.deal.won',
  object: 'deal',
  summary: 'A deal was won.',
  aliases: ['deal.won', 'opportunity.won'],
  families,
  data: ofDeal,
});
defineEvent({
  type: 'crm.deal.lost',
  object: 'deal',
  summary: 'A deal was lost.',
  aliases: ['deal.lost', 'opportunity.lost'],
  families,
  data: { ...ofDeal, reason: 'why' },
});
defineEvent({
  type: 'crm.deal.contact_changed',
  object: 'deal',
  summary: 'A deal is with another person now.',
  aliases: ['deal.contact_changed', 'opportunity.contact_changed'],
  data: {
    dealId: 'the deal',
    fromContactId: 'with whom it was; null for nobody',
    toContactId: 'with whom it is; null for nobody',
  },
});
