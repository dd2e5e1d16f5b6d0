import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { RecordAnswer } from '#platform/records';
import { settingsUpdated } from '../events.ts';
import { type LeadSettings, leadSettingsSchema } from '../rules/lead-settings.ts';
import { leadSettings, leadsInStatuses, storeLeadSettings } from '../store/lead-settings.ts';

export const updateLeadSettings = defineOperation({
  name: 'leads.settings.update',
  summary: 'Changes how the workspace works its leads; a section that is left out becomes the shipped one.',
  kind: 'write',
  permission: 'leads:configure',
  route: { method: 'PUT', path: '/leads/settings' },
  input: leadSettingsSchema,
  problems: ['version_changed', 'conflict'],
  output: leadSettingsSchema,
  async run(context, settings) {
    const kept = await leadSettings(context.sql);
    if (context.expectedVersion !== undefined && context.expectedVersion !== kept.version)
      throw new Problem('version_changed', {
        detail: `The settings of leads are at version ${kept.version} and you have seen version ${context.expectedVersion}. Read them again, then repeat your change.`,
      });
    await refuseLosingLeads(context, kept.settings, settings);
    const names = Object.keys(settings) as (keyof LeadSettings)[];
    const sections = names.filter((name) => !isDeepStrictEqual(kept.settings[name], settings[name]));
    const version = sections.length === 0 ? kept.version : await stored(context, settings, kept.version);
    if (sections.length > 0) context.emit({ type: settingsUpdated.type, data: { sections } });
    return new RecordAnswer(JSON.stringify(settings), version);
  },
});

/** A status cannot go, nor mean something else, while leads stand in it. */
async function refuseLosingLeads(context: Context, before: LeadSettings, after: LeadSettings): Promise<void> {
  const kinds = new Map(after.statuses.map(({ name, kind }) => [name, kind]));
  const lost = before.statuses.filter(({ name, kind }) => kinds.get(name) !== kind).map(({ name }) => name);
  const [first] = await leadsInStatuses(context.sql, lost);
  if (!first) return;
  const [status, leads] = first;
  throw new Problem('conflict', {
    detail: `${leads} leads stand in the status '${status}', deleted ones counted in. Move them to another one first (POST /leads/bulk-update), then take it out.`,
    mistakes: [{ path: 'statuses', message: `'${status}' is in use` }],
  });
}

async function stored(context: Context, settings: LeadSettings, seenVersion: number): Promise<number> {
  const version = await storeLeadSettings(context, settings, seenVersion);
  if (version !== undefined) return version;
  throw new Problem('conflict', { detail: 'Somebody else changed these settings at the same moment. Try again.' });
}
