import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { RecordAnswer } from '#platform/records';
import { leadSettingsSchema } from '../rules/lead-settings.ts';
import { leadSettings } from '../store/lead-settings.ts';

export const getLeadSettings = defineOperation({
  name: 'leads.settings.get',
  summary: 'Gets how the workspace works its leads: statuses, reasons, times to answer.',
  kind: 'read',
  permission: 'leads:read',
  route: { method: 'GET', path: '/leads/settings' },
  input: z.strictObject({}),
  output: leadSettingsSchema,
  async run(context) {
    const { settings, version } = await leadSettings(context.sql);
    return new RecordAnswer(JSON.stringify(settings), version);
  },
});
