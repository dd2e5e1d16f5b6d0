import { SettingsSection } from '../settings/section.tsx';
import { eventsTexts as words } from '../texts/index.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { FailedList } from './failed-list.tsx';
import { HandlerList } from './handler-list.tsx';

/** How the reactions to events are doing, and what to do about those that failed. */
export function EventsSection() {
  return (
    <>
      <SettingsSection
        title={words.title}
        text={words.text}
        action={
          <LinkButton away href="/asyncapi.json">
            {words.catalogue}
          </LinkButton>
        }
      >
        <FailedList />
      </SettingsSection>
      <SettingsSection title={words.handlers.title}>
        <HandlerList />
      </SettingsSection>
    </>
  );
}
