import './errors.ts';

export { loadMasterKey } from './master-key.ts';
export { hashPassword, isOutdatedHash, shortestPassword, verifyPassword } from './passwords.ts';
export { hashToken, newToken, sameSecret } from './tokens.ts';
export { createVault, type Vault } from './vault.ts';
