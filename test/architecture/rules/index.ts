import type { Rule } from '../facts.ts';
import { anyRule, exportsRule, leftoversRule, webRule } from './code.ts';
import { compositionRule } from './composition.ts';
import { doorsRule, testingRule } from './doors.ts';
import { floorsRule } from './floors.ts';
import { namesRule } from './names.ts';
import { needsRule, ringsRule } from './needs.ts';
import { pureRulesRule } from './pure-rules.ts';
import { roomsRule } from './rooms.ts';
import { foldersRule, functionsRule, linesRule } from './sizes.ts';
import { sqlRule } from './sql.ts';
import { skippedRule, testedRule } from './tested.ts';
import { environmentRule, timeRule } from './world.ts';

export const rules: readonly Rule[] = [
  floorsRule,
  doorsRule,
  testingRule,
  needsRule,
  ringsRule,
  compositionRule,
  roomsRule,
  pureRulesRule,
  sqlRule,
  environmentRule,
  timeRule,
  testedRule,
  skippedRule,
  linesRule,
  functionsRule,
  foldersRule,
  namesRule,
  exportsRule,
  anyRule,
  leftoversRule,
  webRule,
];
