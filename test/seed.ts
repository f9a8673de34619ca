import fc from 'fast-check';

/*
 * Properties run on the same cases each time: a failure then is the change's, not chance's. To look for new ones:
 *   FC_SEED=random npx mocha        (any number repeats a run)
 */
const wanted = process.env.FC_SEED;
const FIXED = 20230219;

fc.configureGlobal({ seed: wanted === undefined ? FIXED : wanted === 'random' ? Date.now() : Number(wanted) });
