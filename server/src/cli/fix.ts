import type { Run } from './command';
export const fix: Run = async () => {
  throw new Error('being written');
};
