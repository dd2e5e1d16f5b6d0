import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { escalationRule } from './fields.ts';

defineRecordEvents(escalationRule);

defineEvent({
  type: 'crm.escalation_rule.stopped',
  object: 'escalationRule',
  summary: 'Rules of escalation were switched off, since they cannot be applied any more.',
  aliases: ['escalation_rule.stopped'],
  data: { recordIds: 'the ids of the rules' },
});
/** It is about a record of any kind; whose kind it is, its id says. */
defineEvent({
  type: 'crm.escalation.raised',
  summary: 'A record needs somebody, as a rule of the workspace says; told once an occasion.',
  aliases: ['escalation.raised', 'alert.threshold_exceeded'],
  data: {
    recordId: 'the record',
    ruleId: 'the rule',
    rule: 'what the rule is called',
    userIds: 'who is to be told',
    because: 'why, in words',
  },
});
