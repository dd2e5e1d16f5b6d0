import { useMutation } from '@tanstack/react-query';
import { Sparkles, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { refreshEverything } from '../data/cached.ts';
import { kith } from '../data/kith.ts';
import { useMay } from '../data/permissions.ts';
import { ApiProblem } from '../data/problem.ts';
import { homeTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { Progress } from '../ui/progress.tsx';
import { isMoving, useDemo } from './demo.ts';

/** Demo data in and out again, one click each. */
export function DemoBar({ empty }: { empty: boolean }) {
  const may = useMay('demo:write');
  const demo = useDemo(may);
  const move = useMutation({
    mutationFn: (verb: 'create' | 'remove') => kith.demo[verb](),
    onSuccess: refreshEverything,
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
  const moving = isMoving(demo);
  useRefreshWhenDone(moving);
  if (!may || !demo || (!empty && demo.status === 'none')) return null;
  if (moving) {
    const words = demo.status === 'making' ? homeTexts.demoBusy : homeTexts.demoLeaving;
    return (
      <div className="grid max-w-form gap-2">
        <p className="text-secondary">{words}</p>
        <Progress value={demo.progress} label={words} />
      </div>
    );
  }
  if (demo.status === 'none') {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={Sparkles} busy={move.isPending} onClick={() => move.mutate('create')}>
          {homeTexts.demo}
        </Button>
        <span className="text-secondary">{homeTexts.demoText}</span>
      </div>
    );
  }
  return (
    <div>
      <Button
        small
        kind="quiet"
        icon={Trash2}
        busy={move.isPending}
        onClick={() => move.mutate('remove')}
        className="-ml-2"
      >
        {homeTexts.removeDemo}
      </Button>
    </div>
  );
}

function useRefreshWhenDone(moving: boolean) {
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current && !moving) refreshEverything();
    moved.current = moving;
  }, [moving]);
}
