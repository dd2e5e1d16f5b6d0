import { UsageError } from '../usage-error.ts';
import { type Command, noArguments, onlyArgument } from './command.ts';

const workspaceOption = { 'workspace ID': 'The workspace, by id or name; the first one unless told.' };

export const createWorkspace: Command = {
  words: 'workspace create',
  summary: 'Makes a workspace and prints its id.',
  arguments: 'NAME',
  options: {},
  async run(context) {
    const name = onlyArgument(createWorkspace, context);
    const { id } = await (await context.openHost()).createWorkspace(name);
    await context.terminal.out(`${id}\n`);
    return 0;
  },
};

export const createKey: Command = {
  words: 'key create',
  summary: 'Makes an API key and prints it, this once.',
  options: {
    'name NAME': 'What the key is for.',
    'role ROLE': 'What it may do: admin, manager, rep or marketing.',
    ...workspaceOption,
  },
  async run(context) {
    noArguments(createKey, context);
    const name = context.option('name');
    const role = context.option('role');
    if (!name || !role) throw new UsageError(`--${name ? 'role' : 'name'} is missing.`, 'kith key create --help');
    const { key } = await (await context.openHost()).createKey({ name, role, workspace: context.option('workspace') });
    await context.terminal.out(`${key}\n`);
    return 0;
  },
};

export const loginLink: Command = {
  words: 'login-link',
  summary: 'Prints the address of a page that signs in its first visitor as administrator.',
  options: workspaceOption,
  async run(context) {
    noArguments(loginLink, context);
    const { url } = await (await context.openHost()).signInLink(context.option('workspace'));
    await context.terminal.out(`${url}\n`);
    return 0;
  },
};
