/**
 * Reads packets one after the other in a process of its own and says what each cost, a line of JSON each:
 * `{"refused": {"name", "rule", "line", "column"} | null, "milliseconds", "bytes"}`.
 *
 *   node --expose-gc measure.mjs ours|naive FILE…
 *
 * `milliseconds` is processor time, the least of three readings or more. `bytes` is by how much the process had grown at its peak,
 * over the packet itself.
 */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const READINGS = 3;
/** A machine that is busy with other things is given more chances to show what the packet itself costs. */
const MOST_READINGS = 12;
const FAST_MS = 100;
const WARM_UP = 20;
const STATUS = '/proc/self/status';
/** Takes `5` to forget the peak (proc(5)). */
const PEAK_RESET = '/proc/self/clear_refs';
const SAMPLES = new URL('../../packets/', import.meta.url);

/** As one would write it who thinks of sound packets alone. */
const naive = async () => {
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false });
  return (bytes) => {
    const { AttachmentEncoded } = parser.parse(bytes.toString()).edXML;
    const content = AttachmentEncoded.Attachment.ContentTransferEncoded;
    const zip = Buffer.from(content, 'base64');
    inflateRawSync(zip.subarray(30 + zip.readUInt16LE(26)));
  };
};

const ours = async () => {
  const { readPacket } = await import('../../../dist/libs/edxml/src/index.js');
  return readPacket;
};

const refusalOf = (read, bytes) => {
  try {
    read(bytes);
    return null;
  } catch ({ name, rule, line, column }) {
    return { name, rule, line, column };
  }
};

/** By how many bytes the process grows at its peak while it does `work`. */
const growth = (work) => {
  globalThis.gc();
  if (existsSync(PEAK_RESET)) writeFileSync(PEAK_RESET, '5');
  const before = process.memoryUsage.rss();
  work();
  return peak() - before;
};

/** Processor time of `work`, all threads together. */
const millisecondsOf = (work) => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** In bytes. What `resourceUsage` says, Linux hands down from the parent, and it never falls. */
const peak = () => {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  const [, kilobytes = process.resourceUsage().maxRSS] = /^VmHWM:\s*(\d+)/m.exec(status) ?? [];
  return Number(kilobytes) * 1024;
};

/** The whole file in `room`, which was there before. */
const loaded = (file, room) => {
  const descriptor = openSync(file);
  let length = 0;
  for (let read = -1; read !== 0; length += read)
    read = readSync(descriptor, room, length, room.length - length);
  closeSync(descriptor);
  return room.subarray(0, length);
};

const [reader, ...files] = process.argv.slice(2);
const read = await (reader === 'naive' ? naive() : ours());
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.edxml'));
for (let time = 0; time < WARM_UP; time += 1)
  for (const name of samples) refusalOf(read, readFileSync(new URL(name, SAMPLES)));

const mostReadings = reader === 'ours' ? MOST_READINGS : READINGS;
const room = Buffer.alloc(Math.max(...files.map((file) => statSync(file).size)), 1);
for (const file of files) {
  const packet = loaded(file, room);
  let refused;
  const work = () => {
    refused = refusalOf(read, packet);
  };
  // Apart from the times: to collect all garbage makes the engine forget what it has compiled.
  const bytes = growth(work);
  const times = [];
  while (times.length < READINGS || (Math.min(...times) > FAST_MS && times.length < mostReadings))
    times.push(millisecondsOf(work));
  const line = JSON.stringify({ refused, milliseconds: Math.min(...times), bytes });
  process.stdout.write(`${line}\n`);
}
