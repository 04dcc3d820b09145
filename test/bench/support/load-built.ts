/** A module as it is shipped: compiled, without the test loader's extras. The benchmarks' command builds first. */
export const loadBuilt = async <T>(path: string): Promise<T> =>
  (await import(new URL(`../../../.build/src/${path}.js`, import.meta.url).href)) as T;
