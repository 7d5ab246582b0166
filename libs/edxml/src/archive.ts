import { BrokenContent } from './broken-content.js';
import { isUnsafePath } from './file-name.js';
import { ARCHIVE_FILES_LIMIT, ARCHIVE_LIMIT } from './limits.js';
import { type Entry, directoryOf, entryAt, isBomb, isZip } from './zip-format.js';

/**
 * Looks at a file that is a zip itself, and that somebody will unpack one day. Only its directory is read: nothing in it is
 * unpacked here, zips least of all.
 *
 * @throws {BrokenContent} when it is a bomb, or leads out of the folder
 */
export const refuseDangerousArchive = (file: Buffer): void => {
  const entries = isZip(file) ? entriesOf(file) : [];
  if (entries.some(({ name }) => isUnsafePath(name))) {
    throw new BrokenContent('zip-unsafe-name', 'a name in the zip leads out of its folder');
  }
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > ARCHIVE_LIMIT || isBomb(file.length, size)) {
    throw new BrokenContent('zip-bomb', 'a zip bomb');
  }
};

/** None where the file does not end in a directory: then it is no zip that anybody could unpack. */
const entriesOf = (file: Buffer): readonly Entry[] => {
  const { size = 0, end = 0 } = directoryOf(file) ?? {};
  const entries: Entry[] = [];
  for (let at = end - size; at < end;) {
    const entry = entryAt(file, at);
    if (!entry) break;
    if (entries.length === ARCHIVE_FILES_LIMIT) {
      throw new BrokenContent('zip-bomb', 'a zip of too many files');
    }
    entries.push(entry);
    at += entry.length;
  }
  return entries;
};
