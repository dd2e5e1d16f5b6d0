import { ApiProblem } from '../data/problem.ts';
import { type Question, questionsOf, takeBack } from '../data/setup/merging.ts';
import { mergingTexts as words } from '../texts/index.ts';
import { say, sayFailed } from '../ui/overlay/toast.tsx';

/** Takes a merge back; answers with the questions that somebody has to decide before. */
export async function takeBackOrAsk(id: string, answers: Record<string, string> = {}): Promise<Question[]> {
  try {
    const questions = (await questionsOf(id)).filter(({ key }) => !(key in answers));
    if (questions.length > 0) return questions;
    await takeBack(id, answers);
    say(words.separated);
  } catch (error) {
    sayFailed(ApiProblem.from(error).detail);
  }
  return [];
}

/** Takes back a merge of a moment ago, about which there is nothing to ask. */
export async function takeBackNow(id: string): Promise<void> {
  const [question] = await takeBackOrAsk(id);
  if (question) sayFailed(question.question);
}
