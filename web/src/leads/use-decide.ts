import { refreshLists, refreshRecord } from '../data/cached.ts';
import { undo } from '../data/changes.ts';
import { decideLead, type LeadVerb } from '../data/leads.ts';
import { ApiProblem } from '../data/problem.ts';
import type { KithRecord } from '../data/types.ts';
import { nameOf } from '../data/values.ts';
import { useOpenRecord } from '../kinds/links.ts';
import { leadTexts, texts } from '../texts/index.ts';
import { say, sayFailed } from '../ui/overlay/toast.tsx';

const words: Record<LeadVerb, (name: string) => string> = {
  accept: leadTexts.accepted,
  reject: leadTexts.givenBack,
  disqualify: leadTexts.disqualified,
  convert: leadTexts.converted,
};

/** Deciding on a lead, with the way back. What is refused without a dialog is said at the edge of the page; with one it is thrown. */
export function useDecide() {
  const open = useOpenRecord();
  return async (verb: LeadVerb, lead: KithRecord, values?: Record<string, unknown>): Promise<void> => {
    try {
      const { changeSetId, dealId } = await decideLead(verb, lead, values ?? {});
      say(
        words[verb](nameOf(lead)),
        changeSetId ? { label: texts.undo.action, run: () => void undo(changeSetId) } : undefined,
      );
      if (dealId) open('deal', dealId);
    } catch (error) {
      if (values) throw error;
      sayFailed(leadTexts.failed(ApiProblem.from(error).detail));
    } finally {
      refreshLists('lead');
      refreshRecord('lead', lead.id);
      if (verb === 'convert') refreshLists('deal');
    }
  };
}
