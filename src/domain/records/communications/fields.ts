import { defineObject, field } from '#platform/fields';

const communicationTypes = ['email', 'call', 'sms'] as const;

const addresses = (label: string, description: string) =>
  field.tags({ label, description, maxLength: 320, personal: true, filterable: false });

/** Something that was written or said to or by somebody outside. */
export const communication = defineObject({
  name: 'communication',
  plural: 'communications',
  label: 'Communication',
  pluralLabel: 'Communications',
  description: 'An e-mail, a call or a short message, with its words and what became of it.',
  prefix: 'cm',
  table: 'communications',
  nameColumn: 'subject',
  person: 'contactId',
  searched: ['subject', 'fromAddress'],
  fields: {
    type: field.choice({
      label: 'Type',
      description: 'What kind of communication it is.',
      choices: communicationTypes,
      required: true,
    }),
    direction: field.choice({
      label: 'Direction',
      description: 'Whether it came in or went out.',
      choices: ['inbound', 'outbound'],
      required: true,
    }),
    fromAddress: field.text({
      label: 'From',
      description: 'The address or number that it came from.',
      maxLength: 500,
      personal: true,
    }),
    toAddresses: addresses('To', 'The addresses or numbers that it went to.'),
    ccAddresses: addresses('Cc', 'The addresses that got a copy.'),
    bccAddresses: addresses('Bcc', 'The addresses that got a copy unseen by the others.'),
    subject: field.text({
      label: 'Subject',
      description: 'What it is about.',
      maxLength: 1000,
      personal: true,
      initial: '',
    }),
    bodyText: field.longText({ label: 'Text', description: 'The words as plain text.', personal: true }),
    bodyHtml: field.longText({ label: 'HTML', description: 'The words with their form.', personal: true }),
    sentAt: field.dateTime({
      label: 'Sent',
      description: 'When it was sent, received or begun; now unless told. null is a draft that nobody has sent yet.',
    }),
    openedAt: field.dateTime({ label: 'Opened', description: 'When it was first opened.' }),
    clickedAt: field.dateTime({ label: 'Clicked', description: 'When a link in it was first followed.' }),
    repliedAt: field.dateTime({ label: 'Replied', description: 'When it was first answered.' }),
    durationSeconds: field.integer({
      label: 'Seconds',
      description: 'How long a call took.',
      minimum: 0,
      maximum: 1_000_000,
    }),
    outcome: field.text({ label: 'Outcome', description: 'What came of it.', maxLength: 255, personal: true }),
    contactId: field.reference({
      label: 'Contact',
      description: 'The person at the other end; found by the address unless told.',
      to: 'contact',
    }),
    accountId: field.reference({ label: 'Account', description: 'The company at the other end.', to: 'account' }),
    dealId: field.reference({ label: 'Deal', description: 'The business that it is about.', to: 'deal' }),
    leadId: field.reference({ label: 'Lead', description: 'The interest that it is about.', to: 'lead' }),
    activityId: field.reference({
      label: 'Activity',
      description: 'The activity that it belongs to; a call is one by itself.',
      to: 'activity',
    }),
    ownerId: field.user({ label: 'Owner', description: 'Whose communication it is.' }),
    externalId: field.text({
      label: 'External id',
      description: 'Its id in the mailbox or telephone system that it came from; one that is known already is refused.',
      maxLength: 255,
    }),
    externalThreadId: field.text({
      label: 'Thread',
      description: 'The id that all communications of one conversation share.',
      maxLength: 255,
    }),
  },
});

/** Words to write from. */
export const template = defineObject({
  name: 'template',
  plural: 'templates',
  label: 'Template',
  pluralLabel: 'Templates',
  description: 'Words to write e-mails and short messages from, with places for what is known of the reader.',
  prefix: 'tm',
  table: 'templates',
  extensible: false,
  fields: {
    name: field.text({ label: 'Name', description: 'What the template is called.', required: true, maxLength: 255 }),
    type: field.choice({
      label: 'Type',
      description: 'What kind of communication it is for.',
      choices: communicationTypes,
      required: true,
    }),
    subject: field.text({
      label: 'Subject',
      description: 'The subject, with places as {{contact.firstName|there}}.',
      maxLength: 1000,
    }),
    bodyText: field.longText({ label: 'Text', description: 'The words as plain text, with places.' }),
    bodyHtml: field.longText({ label: 'HTML', description: 'The words with their form, with places.' }),
    ownerId: field.user({ label: 'Owner', description: 'Who answers for it.' }),
  },
});
