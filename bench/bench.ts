import { benchActivities } from './activities.ts';
import { benchApi } from './api.ts';
import { benchDeals } from './deals.ts';
import { benchFields } from './fields.ts';
import { benchImport } from './import.ts';
import { benchIntakeRules } from './intake-rules.ts';
import type { Figure } from './kit.ts';
import { benchLeads } from './leads.ts';
import { benchMatching } from './matching.ts';
import { benchPermissions } from './permissions.ts';
import { benchScoring } from './scoring.ts';
import { benchScoringRules } from './scoring-rules.ts';

/** Every figure beside its limit, measured in one run. `npm run bench api` runs one part; `--full` what takes minutes as well. */
const full = process.argv.includes('--full');
const parts: Record<string, () => Promise<Figure[]>> = {
  api: benchApi,
  fields: benchFields,
  import: benchImport,
  deals: benchDeals,
  scoring: benchScoring,
  activities: benchActivities,
  leads: benchLeads,
  matching: () => benchMatching(full),
  permissions: () => benchPermissions(full ? 1_000_000 : 200_000),
  rules: async () => [...(await benchIntakeRules()), ...(await benchScoringRules())],
};

const wanted = process.argv.slice(2).filter((name) => name !== '--full');
const unknown = wanted.find((name) => !(name in parts));
if (unknown) throw new Error(`There is no part '${unknown}'. There are ${Object.keys(parts).join(', ')}.`);
let ok = true;
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  for (const { what, figure, limit, ok: held } of (await parts[name]?.()) ?? []) {
    process.stdout.write(`${held ? ' ' : '✗'} ${what.padEnd(62)} ${figure.padStart(12)}   ${limit}\n`);
    ok &&= held;
  }
}
process.exitCode = ok ? 0 : 1;
