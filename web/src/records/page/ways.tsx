import { Mail, Phone } from 'lucide-react';
import { texts } from '../../texts/index.ts';
import { LinkButton } from '../../ui/link-button.tsx';

interface WayProps {
  value: unknown;
  small: boolean;
}

/** Writing, by whatever the device has for it. */
export function MailWay({ value, small }: WayProps) {
  if (!String(value).includes('@')) return null;
  return (
    <LinkButton href={`mailto:${value}`} icon={Mail} small={small}>
      {texts.list.mail}
    </LinkButton>
  );
}

/** Calling, by whatever the device has for it. */
export function CallWay({ value, small }: WayProps) {
  // A mask has no digits.
  if (!/\d/.test(String(value))) return null;
  return (
    <LinkButton href={`tel:${value}`} icon={Phone} small={small}>
      {texts.list.call}
    </LinkButton>
  );
}
