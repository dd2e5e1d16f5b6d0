import {
  AtSign,
  CalendarDays,
  Eye,
  FileText,
  Globe,
  type LucideIcon,
  MousePointerClick,
  Phone,
  Reply,
  Rocket,
  StickyNote,
} from 'lucide-react';
import { wordsOf } from '../data/catalogue.ts';
import { recordTexts } from '../texts/index.ts';

const icons: Record<string, LucideIcon> = {
  note: StickyNote,
  call: Phone,
  email: AtSign,
  email_sent: AtSign,
  email_open: Eye,
  email_opened: Eye,
  email_click: MousePointerClick,
  email_clicked: MousePointerClick,
  email_reply: Reply,
  email_replied: Reply,
  meeting: CalendarDays,
  website_visit: Globe,
  page_view: Globe,
  form_submit: FileText,
  form_submission: FileText,
  content_download: FileText,
  demo_request: Rocket,
};

export const iconOf = (type: string): LucideIcon => icons[type] ?? FileText;
export const kindName = (type: string): string =>
  (recordTexts.activities.kinds as Record<string, string>)[type] ?? wordsOf(type);
