import { useMutation } from '@tanstack/react-query';
import { Sparkles, Trash2 } from 'lucide-react';
import { call } from '../data/api.ts';
import { refreshEverything } from '../data/cached.ts';
import { useMay } from '../data/permissions.ts';
import { ApiProblem } from '../data/problem.ts';
import { texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { say, sayFailed } from '../ui/toast.tsx';
import { useDemo } from './demo.ts';

/** Demo data in and out again, one click each. */
export function DemoBar({ empty }: { empty: boolean }) {
  const may = useMay('demo:write');
  const present = useDemo(may);
  const move = useMutation({
    mutationFn: (method: 'POST' | 'DELETE') => call<unknown>(method, '/demo', method === 'POST' ? { body: {} } : {}),
    onSuccess: (_answer, method) => {
      say(method === 'POST' ? texts.home.demoBusy : texts.home.demoRemoved);
      refreshEverything();
    },
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
  if (!may || (!empty && !present)) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {present ? (
        <Button
          small
          kind="quiet"
          icon={Trash2}
          busy={move.isPending}
          onClick={() => move.mutate('DELETE')}
          className="-ml-2"
        >
          {texts.home.removeDemo}
        </Button>
      ) : (
        <>
          <Button icon={Sparkles} busy={move.isPending} onClick={() => move.mutate('POST')}>
            {texts.home.demo}
          </Button>
          <span className="text-secondary">{texts.home.demoText}</span>
        </>
      )}
    </div>
  );
}
