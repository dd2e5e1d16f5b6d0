import { keysTexts } from '../texts/index.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { keysOpen } from './palette-store.ts';

/** Every key there is. */
export function KeysSheet() {
  return (
    <Dialog open onClose={() => keysOpen.set(false)} title={keysTexts.title} wide>
      <div className="grid gap-x-10 gap-y-6 tab:grid-cols-2">
        {keysTexts.groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 font-medium text-secondary text-xs">{group.title}</h3>
            <dl>
              {group.keys.map(([keys, label]) => (
                <div
                  key={label}
                  className="flex min-h-control-small items-center justify-between gap-4 border-line border-b last:border-0"
                >
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
