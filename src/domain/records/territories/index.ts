export { territory } from './fields.ts';
export { territoriesModule } from './module.ts';
export { allTerritories, type KnownTerritory } from './store/territories.ts';
export { parsedJson, refuseStrangers, storedTeam, type TeamMember, teamSchema } from './team.ts';
