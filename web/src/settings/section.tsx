import type { ReactNode } from 'react';

interface SettingsSectionProps {
  title: string;
  text?: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of the settings. */
export function SettingsSection({ title, text, action, children }: SettingsSectionProps) {
  return (
    <section className="grid gap-4">
      <div className="flex items-start gap-4">
        <div className="min-w-0 grow">
          <h2 className="font-semibold text-lg">{title}</h2>
          {text && <p className="text-pretty text-secondary">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
