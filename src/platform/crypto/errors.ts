import { defineProblems } from '#platform/errors';

defineProblems({
  seal_broken: { status: 500, title: 'Sealed data cannot be opened' },
  master_key_unusable: { status: 500, title: 'The master key cannot be used' },
  password_unusable: { status: 400, title: 'This password cannot be used' },
});
