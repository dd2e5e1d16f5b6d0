import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { file, fileVersion } from './fields.ts';

defineRecordEvents(file);
defineRecordEvents(fileVersion);
defineEvent({
  type: 'crm.file.scanned',
  object: 'file',
  summary: 'A version of a file was scanned for viruses.',
  data: {
    recordIds: 'the id of the file',
    number: 'which version it was',
    result: 'clean, infected or failed: the last two stay in quarantine',
  },
});
