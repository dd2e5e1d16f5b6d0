import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { scoringModel } from './fields.ts';

defineEvent({
  type: 'crm.contact.scored',
  object: 'contact',
  summary: 'The scores of contacts have moved, or are known for the first time.',
  aliases: ['contact.scored', 'lead.scored'],
  data: {
    recordIds: 'the ids of the contacts; one with the numbers below, or up to 1,000 without them',
    score: '0 to 100',
    tier: 'SALES_READY, HOT, WARM or COLD',
    previousTier: 'the tier before; null the first time',
    tierChanged: 'whether the two differ',
    breakdown: 'firmographic, behavioral and intent, each 0 to 100',
  },
});
defineEvent({
  type: 'crm.contact.tier_changed',
  object: 'contact',
  summary: 'Contacts went from one tier to another.',
  data: { recordIds: 'the ids of the contacts', previousTier: 'the tier before', tier: 'the tier now' },
});
defineEvent({
  type: 'crm.lead.qualified',
  object: 'contact',
  summary: 'Contacts came up to HOT or above.',
  aliases: ['lead.qualified'],
  data: { recordIds: 'the ids of the contacts', tier: 'HOT or SALES_READY', previousTier: 'the tier before' },
});
defineEvent({
  type: 'notification.urgent',
  object: 'contact',
  summary: 'Somebody should hear of this at once.',
  data: { recordIds: 'what it is about', kind: 'what happened, as lead_qualified', text: 'the same in a sentence' },
});
defineRecordEvents(scoringModel);
defineEvent({
  type: 'scoring.model.applied',
  object: 'scoringModel',
  summary: 'The scores are made by another model now, or by a changed one; every contact is scored anew.',
  data: { recordIds: 'the model', sections: 'the names of the sections that differ from before' },
});
