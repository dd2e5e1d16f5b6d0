import { z } from 'zod';
import { Problem } from '#platform/errors';
import { compileFormula, formulaFunctions } from '#platform/formulas';
import { defineOperation } from '#platform/operations';
import { currentValues, customFieldsOf, formulaFieldsOf, objectFor } from '#platform/records';
import { newestRecords } from '../store/definitions.ts';

export const checkFormula = defineOperation({
  name: 'fields.checkFormula',
  summary:
    'Says whether a formula is right, what its values are, and what it gives for some records; where it is empty, why.',
  kind: 'read',
  permission: 'fields:read',
  route: { method: 'POST', path: '/fields/:object/formula' },
  positional: ['object'],
  input: z.strictObject({ object: z.string().max(50), formula: z.string().max(2000) }),
  output: z.looseObject({ valid: z.boolean() }),
  async run(context, input) {
    const object = await objectFor(context, input.object);
    const fields = formulaFieldsOf(object, await customFieldsOf(context, object));
    const known = {
      fields: [...fields].map(([name, type]) => ({ name, type })),
      functions: Object.values(formulaFunctions).map(({ usage, summary }) => ({ usage, summary })),
    };
    try {
      const { type, sources, evaluate } = compileFormula(input.formula, fields);
      const stored = await currentValues(context, object, await newestRecords(context.sql, object, 3));
      const examples = [...stored.values()].map((values) => {
        let because: string | undefined;
        const value = evaluate(
          (name) => values[name],
          (problem) => {
            because ??= problem;
          },
        );
        return { value, ...(value === null && because ? { because } : {}) };
      });
      return { valid: true, type, sources: [...sources], examples, ...known };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { valid: false, mistake: error.message, ...known };
    }
  },
});
