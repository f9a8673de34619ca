import type { Run } from './command';
export const check: Run = async () => {
  throw new Error('being written');
};
