// @ts-check
// Which Node.js the app needs: the one place that knows is "engines" in package.json.
// Plain JavaScript, because Node.js versions that are refused must be able to run this file.

/**
 * @param {string} version such as "20.20.2"
 * @param {{ engines: { node: string } }} packageJson
 * @returns {boolean}
 */
export function isNewEnough(version, packageJson) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = neededNode(packageJson).split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/**
 * @param {{ engines: { node: string } }} packageJson
 * @returns {string} such as "22.18"
 */
export function neededNode({ engines }) {
  const [, version] = /^>=(\d+\.\d+)$/.exec(engines.node) ?? [];
  if (!version) throw new Error(`"engines" in package.json must read ">=MAJOR.MINOR", not "${engines.node}".`);
  return version;
}
