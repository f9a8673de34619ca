import type { Run } from './command';
export const markup: Run = async () => {
  throw new Error('being written');
};
