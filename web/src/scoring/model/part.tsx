import type { ReactNode } from 'react';

interface PartProps {
  title: string;
  text: string;
  mistake?: string | undefined;
  children: ReactNode;
}

/** A part of the model under its heading, with what is wrong with it. */
export function Part({ title, text, mistake, children }: PartProps) {
  return (
    <section className="grid gap-3">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-pretty text-secondary">{text}</p>
      </div>
      {children}
      <Mistake>{mistake}</Mistake>
    </section>
  );
}

/** Read out as it comes up; keeps no place while there is none. */
export function Mistake({ children }: { children: string | undefined }) {
  return (
    <p role="status" className={children ? 'text-danger-text text-xs' : 'only-read'}>
      {children}
    </p>
  );
}
