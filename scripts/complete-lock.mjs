// Completes package-lock.json: node scripts/complete-lock.mjs, after `npm install` of a new package.
// A registry mirror may not carry the packages of other platforms (@biomejs/cli-darwin-arm64 …). npm then leaves them
// out of the lock, and `npm ci` refuses that lock everywhere. Their names and versions stand with the package that wants
// them, and their names tell the platform; that is all `npm ci` needs to pass over them, or to install them there.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The lock with an entry for each optional package that it names without having one. */
function completed(lock) {
  const packages = { ...lock.packages };
  for (const owner of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const platform = platformOf(name);
      if (place in packages || !platform || !/^\d/.test(version)) continue;
      packages[place] = { version, ...platform, ...(owner.dev ? { dev: true } : {}), optional: true };
    }
  }
  return {
    ...lock,
    packages: Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))),
  };
}

/** What a name such as cli-linux-arm64-musl says; null where it names no platform. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  if (os.length === 0) return null;
  const libc = words.includes('musl') ? { libc: ['musl'] } : {};
  return { os, ...(cpu.length > 0 ? { cpu } : {}), ...libc };
}

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
fs.writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
