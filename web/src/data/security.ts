import { queryOptions, useMutation } from '@tanstack/react-query';
import { kith } from './kith.ts';
import { queryClient } from './query-client.ts';

export const secondFactorOptions = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => kith.mfa.get({}, { signal }),
});

export const sessionsOptions = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => kith.sessions.list({}, { signal }),
  select: (answer) => answer.data,
});

/** The second step of signing in: what the first was worth lies in a cookie. */
export async function signInBySecondFactor(code: string): Promise<void> {
  await kith.call({ method: 'POST', path: '/session/second-factor' }, { code });
  await queryClient.resetQueries();
}

function refresh(): void {
  for (const queryKey of [['second-factor'], ['sessions'], ['session']])
    void queryClient.invalidateQueries({ queryKey });
}

export const useBeginSecondFactor = () => useMutation({ mutationFn: () => kith.mfa.begin() });

export const useConfirmSecondFactor = () =>
  useMutation({
    mutationFn: (code: string) => kith.mfa.confirm({ code }),
    onSuccess: refresh,
  });

export const useRenewRecoveryCodes = () =>
  useMutation({ mutationFn: () => kith.mfa.renewRecoveryCodes(), onSuccess: refresh });

export const useRemoveSecondFactor = () => useMutation({ mutationFn: () => kith.mfa.remove(), onSuccess: refresh });

export const useRevokeSession = () =>
  useMutation({ mutationFn: (id: string) => kith.sessions.revoke({ id }), onSuccess: refresh });

export const useStepUp = () =>
  useMutation({ mutationFn: (code: string) => kith.session.stepUp({ code }), onSuccess: refresh });
