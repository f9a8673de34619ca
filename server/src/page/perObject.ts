/**
 * The same function of an object, worked out once for each object and forgotten with it. What `more` says must be the
 * same at every call for that object.
 */
export function perObject<K extends object, More extends readonly unknown[], V>(
  make: (key: K, ...more: More) => V,
): (key: K, ...more: More) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key, ...more) => {
    let entry = known.get(key);
    if (entry === undefined) {
      entry = { value: make(key, ...more) };
      known.set(key, entry);
    }
    return entry.value;
  };
}

/** The same for pairs of objects, in this order. */
export function perPair<A extends object, B extends object, More extends readonly unknown[], V>(
  make: (a: A, b: B, ...more: More) => V,
): (a: A, b: B, ...more: More) => V {
  const partnersOf = perObject((a: A) => perObject((b: B, ...more: More) => make(a, b, ...more)));
  return (a, b, ...more) => partnersOf(a)(b, ...more);
}
