import { defineObject, field } from '#platform/fields';

/** Types that Kith knows; a workspace may use others. */
export const activityTypes = [
  'note',
  'call',
  'email',
  'meeting',
  'sms',
  'task',
  'email_open',
  'email_click',
  'email_reply',
  'website_visit',
  'pricing_page_view',
  'demo_request',
  'trial_signup',
  'contact_sales_form',
  'content_download',
  'event_attendance',
] as const;

/** Something that happened with a contact or account. */
export const activity = defineObject({
  name: 'activity',
  plural: 'activities',
  label: 'Activity',
  pluralLabel: 'Activities',
  description:
    'Something that happened with a contact, an account, a deal or a lead: a note, a call, a visit of the website.',
  prefix: 'av',
  table: 'activities',
  nameColumn: 'subject',
  person: 'contactId',
  defaultSort: '-occurredAt',
  fields: {
    type: field.text({
      label: 'Type',
      description: `What kind of activity it was: ${activityTypes.join(', ')}, or a type of your own.`,
      required: true,
      maxLength: 100,
    }),
    subject: field.text({
      label: 'Subject',
      description: 'What it was about, in a few words.',
      maxLength: 500,
      personal: true,
      initial: '',
    }),
    description: field.longText({ label: 'Description', description: 'What was said or done.', personal: true }),
    status: field.choice({
      label: 'Status',
      description: 'Whether it is open or done. Unless told, what has happened is done, and what is planned is open.',
      choices: ['open', 'done', 'cancelled'],
      initial: 'open',
    }),
    priority: field.choice({
      label: 'Priority',
      description: 'How pressing it is.',
      choices: ['low', 'normal', 'high', 'urgent'],
      initial: 'normal',
    }),
    outcome: field.text({ label: 'Outcome', description: 'What came of it.', maxLength: 255, personal: true }),
    durationMinutes: field.integer({
      label: 'Minutes',
      description: 'How long it took.',
      minimum: 0,
      maximum: 100_000,
    }),
    occurredAt: field.dateTime({ label: 'When', description: 'When it happened; now unless told.' }),
    dueAt: field.dateTime({ label: 'Due', description: 'When it should be done.' }),
    contactId: field.reference({ label: 'Contact', description: 'The person it happened with.', to: 'contact' }),
    accountId: field.reference({ label: 'Account', description: 'The company it happened with.', to: 'account' }),
    dealId: field.reference({ label: 'Deal', description: 'The business that it was about.', to: 'deal' }),
    leadId: field.reference({ label: 'Lead', description: 'The interest that it was about.', to: 'lead' }),
    ownerId: field.user({ label: 'Owner', description: 'Who did it.' }),
    assignedToId: field.user({ label: 'Assigned to', description: 'Who is to do it.' }),
    data: field.json({
      label: 'Data',
      description: 'Anything else that the source knew, such as the page that was visited.',
      personal: true,
    }),
  },
});

/** A type of activity that a workspace adds to those that Kith knows. */
export const activityType = defineObject({
  name: 'activityType',
  plural: 'activityTypes',
  label: 'Activity type',
  pluralLabel: 'Activity types',
  description: 'A type of activity that the workspace adds to those that Kith knows.',
  prefix: 'at',
  table: 'activity_types',
  nameColumn: 'label',
  extensible: false,
  fields: {
    name: field.text({
      label: 'Name',
      description: 'The word that stands in `type` of an activity: small letters, digits and _.',
      required: true,
      maxLength: 100,
    }),
    label: field.text({ label: 'Label', description: 'What people read.', required: true, maxLength: 255 }),
    description: field.longText({ label: 'Description', description: 'When to use it.' }),
  },
});
