export { fold, foldWords } from './fold.ts';
export { neutraliseFormula, restoreFormula } from './formula.ts';
export { editDistance, nearest } from './nearest.ts';
export { compilePattern, type Pattern } from './pattern.ts';
export { quoted } from './quote.ts';
export { slug } from './slug.ts';
export { collapseSpace } from './white-space.ts';
