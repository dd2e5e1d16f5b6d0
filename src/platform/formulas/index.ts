export { type CompiledFormula, compileFormula, type FormulaFields } from './compile.ts';
export { type FormulaType, type FormulaValue, functions as formulaFunctions } from './functions.ts';
