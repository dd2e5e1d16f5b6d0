import { defineObject, field } from '#platform/fields';

export const documentTypes = ['attachment', 'contract', 'proposal', 'image'] as const;
export const accesses = ['everyone', 'owner', 'listed'] as const;
const scans = ['unscanned', 'pending', 'clean', 'infected', 'failed'];

const contentFields = {
  contentType: field.text({
    label: 'Type of content',
    description: 'What it is, by its content and not by its name, as application/pdf.',
    maxLength: 255,
    readOnly: true,
  }),
  size: field.integer({ label: 'Size', description: 'In bytes.', readOnly: true }),
  checksum: field.text({
    label: 'Checksum',
    description: 'SHA-256 of the content, 64 hexadecimal digits.',
    maxLength: 64,
    readOnly: true,
  }),
};

const scan = field.choice({
  label: 'Scan',
  description: 'What the virus scanner says; what is pending, infected or failed is in quarantine.',
  choices: scans,
  readOnly: true,
  derived: true,
});

/** A file on a record: its current version. */
export const file = defineObject({
  name: 'file',
  plural: 'files',
  label: 'File',
  pluralLabel: 'Files',
  description: 'A file on a record of any kind; the same name again is a new version.',
  prefix: 'fi',
  table: 'files',
  person: 'recordId',
  searched: ['name'],
  extensible: false,
  standsAlone: false,
  fields: {
    recordId: field.record({ label: 'Record', description: 'What the file belongs to.', required: true }),
    recordType: field.text({
      label: 'Kind',
      description: 'The kind of record that it belongs to.',
      readOnly: true,
      derived: true,
    }),
    name: field.text({
      label: 'Name',
      description: 'What the file is called.',
      required: true,
      maxLength: 255,
      personal: true,
    }),
    description: field.longText({
      label: 'Description',
      description: 'What it is for.',
      maxLength: 2000,
      personal: true,
      filterable: false,
    }),
    documentType: field.choice({
      label: 'Type of document',
      description: 'Contract, proposal, image, or any other attachment.',
      choices: documentTypes,
      initial: 'attachment',
    }),
    ...contentFields,
    versionNumber: field.integer({ label: 'Version', description: 'Which version it is, from 1.', readOnly: true }),
    currentVersionId: field.reference({
      label: 'Current version',
      description: 'The version that is read.',
      to: 'fileVersion',
      readOnly: true,
      filterable: false,
    }),
    scan,
    access: field.choice({
      label: 'Access',
      description: 'Who may read it: everyone, its owner alone, or those who are listed.',
      choices: accesses,
      initial: 'everyone',
      readOnly: true,
    }),
    allowedUsers: field.tags({
      label: 'Allowed users',
      description: 'The ids of the users who may read it, where access is listed.',
      readOnly: true,
      filterable: false,
    }),
    allowedRoles: field.tags({
      label: 'Allowed roles',
      description: 'The roles whose users may read it, where access is listed.',
      readOnly: true,
      filterable: false,
    }),
    ownerId: field.user({ label: 'Owner', description: 'Who put it there.', readOnly: true }),
    deleteAfter: field.dateTime({
      label: 'Keep until',
      description: 'When it is removed for good by itself; never unless told.',
    }),
  },
});

/** One version of a file; it never changes. */
export const fileVersion = defineObject({
  name: 'fileVersion',
  plural: 'fileVersions',
  label: 'Version of a file',
  pluralLabel: 'Versions of files',
  description: 'One version of a file; it never changes.',
  prefix: 'fv',
  table: 'file_versions',
  nameColumn: 'number',
  extensible: false,
  standsAlone: false,
  events: 'crm.file_version',
  fields: {
    fileId: field.reference({
      label: 'File',
      description: 'The file that it is a version of.',
      to: 'file',
      required: true,
    }),
    number: field.integer({ label: 'Number', description: 'Which version it is, from 1.', readOnly: true }),
    ...contentFields,
    scan,
    found: field.text({
      label: 'Found',
      description: 'What the virus scanner has found, or why it could not scan.',
      readOnly: true,
      derived: true,
    }),
  },
});
