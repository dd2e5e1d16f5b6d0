import './errors.ts';

export {
  asProblem,
  defineProblems,
  type InputMistake,
  Problem,
  type ProblemKind,
  problemCatalogue,
} from './problem.ts';
