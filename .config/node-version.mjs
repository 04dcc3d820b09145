/** The oldest Node this project is made and tested for; package.json says the same under "engines". */
const oldest = [20, 19, 0];

/**
 * Null when this Node will do, else a sentence that says what is wanted and what to do. Written in a dialect that
 * much older versions can read, so that they print the sentence and not a syntax error.
 */
export function nodeVersionFault(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  for (let i = 0; i < oldest.length; i += 1) {
    const part = parts[i] || 0;
    if (part > oldest[i]) return null;
    if (part < oldest[i]) {
      return (
        'Counterweight needs Node.js 20.19 or newer, and this is ' +
        version +
        '. Install a newer version from https://nodejs.org (or ask your IT team to), then run the same command again.'
      );
    }
  }
  return null;
}
