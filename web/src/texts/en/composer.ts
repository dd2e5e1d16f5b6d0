/** Texts of writing down what has just happened with a record. */
export const composer = {
  kind: 'What it was',
  placeholders: {
    note: 'Write a note, or a line as “called 10m, wants pricing”',
    call: 'What was the call about',
    email: 'What was the e-mail about',
    meeting: 'What was the meeting about',
    sms: 'What was the SMS about',
  },
  duration: 'Minutes',
  log: 'Log',
  understood: 'Understood',
  asWritten: 'Take it as a note',
  kinds: { call: 'Call', email: 'E-mail', meeting: 'Meeting', sms: 'SMS', note: 'Note' },
  yesterday: 'yesterday',
  minutes: (count: number) => `${count} min`,
  task: (status: string) => ({ done: 'Task, done', cancelled: 'Task, given up' })[status] ?? 'Task',
  due: (when: string) => `due ${when}`,
  inbound: 'in',
  outbound: 'out',
};
