import { defineObject, field } from '#platform/fields';

/** Something that somebody has to do by a time. */
export const task = defineObject({
  name: 'task',
  plural: 'tasks',
  label: 'Task',
  pluralLabel: 'Tasks',
  description: 'Something that somebody has to do by a time.',
  prefix: 'tk',
  table: 'tasks',
  nameColumn: 'subject',
  person: 'contactId',
  searched: ['subject'],
  fields: {
    subject: field.text({
      label: 'Subject',
      description: 'What is to be done.',
      required: true,
      maxLength: 500,
      personal: true,
    }),
    description: field.longText({ label: 'Description', description: 'What helps to do it.', personal: true }),
    status: field.choice({
      label: 'Status',
      description: 'Whether it is still to be done.',
      choices: ['open', 'done', 'cancelled'],
      initial: 'open',
    }),
    priority: field.choice({
      label: 'Priority',
      description: 'How pressing it is.',
      choices: ['low', 'normal', 'high', 'urgent'],
      initial: 'normal',
    }),
    dueAt: field.dateTime({
      label: 'Due',
      description: 'When it should be done. With dueOn it is the end of that day where the assignee is.',
    }),
    dueOn: field.date({
      label: 'Due on',
      description: 'The day on which it should be done, when no hour matters.',
      filterable: false,
      sortable: false,
    }),
    remindAt: field.dateTime({
      label: 'Remind',
      description: 'When to remind of it; unless told, in the morning of the day that it is due, or an hour before.',
    }),
    repeat: field.text({
      label: 'Repeat',
      description:
        'How it comes again once it is done: daily, weekdays, weekly, monthly, yearly, or a rule as FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20271231.',
      maxLength: 200,
    }),
    repeatFrom: field.dateTime({
      label: 'Repeats from',
      description: 'When the first of its series was due: the days of the month are counted from it.',
      readOnly: true,
      filterable: false,
      sortable: false,
    }),
    previousId: field.reference({
      label: 'Previous',
      description: 'The task that it followed when that was done.',
      to: 'task',
      bare: true,
      readOnly: true,
    }),
    assigneeId: field.user({ label: 'Assignee', description: 'Who is to do it.' }),
    queue: field.text({
      label: 'Queue',
      description: 'The pile that it lies on, for whoever takes it: callbacks, onboarding.',
      maxLength: 100,
    }),
    completedAt: field.dateTime({ label: 'Completed', description: 'When it was done.', readOnly: true }),
    contactId: field.reference({ label: 'Contact', description: 'The person that it is about.', to: 'contact' }),
    accountId: field.reference({ label: 'Account', description: 'The company that it is about.', to: 'account' }),
    dealId: field.reference({ label: 'Deal', description: 'The business that it is about.', to: 'deal' }),
    leadId: field.reference({ label: 'Lead', description: 'The interest that it is about.', to: 'lead' }),
    ruleId: field.reference({
      label: 'Rule',
      description: 'The rule that made it.',
      to: 'taskRule',
      bare: true,
      readOnly: true,
    }),
  },
});

/** "When this happens and that holds, make such a task." */
export const taskRule = defineObject({
  name: 'taskRule',
  plural: 'taskRules',
  label: 'Task rule',
  pluralLabel: 'Task rules',
  description: 'When an event happens and a condition holds, a task is made.',
  prefix: 'tr',
  table: 'task_rules',
  extensible: false,
  fields: {
    name: field.text({ label: 'Name', description: 'What the rule is called.', required: true, maxLength: 255 }),
    event: field.text({
      label: 'Event',
      description: 'The type of event, as crm.deal.stage_changed or deal.stage_changed.',
      required: true,
      maxLength: 100,
    }),
    filter: field.json({
      label: 'Filter',
      description: 'What must hold for the record of the event, as lists are filtered: {"leadScore":{"gte":70}}.',
    }),
    data: field.json({
      label: 'Data',
      description: 'What the event must say: {"toStage":"Proposal"}; of a list, that it holds the value.',
    }),
    task: field.json({
      label: 'Task',
      description:
        'The task: subject (with {name} for the name of the record), description, priority, dueInDays or dueInHours, assigneeId or assignTo "owner", queue, repeat.',
      required: true,
    }),
    enabled: field.boolean({ label: 'Enabled', description: 'Whether it is applied.', initial: true }),
  },
});
