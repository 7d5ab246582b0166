import { table } from '../output/output.js';
import { type ServiceStatus, type Snapshot } from './snapshot.js';

const BYTES_PER_MIB = 1_024 * 1_024;

/** The snapshot for a person. */
export const snapshotTable = (snapshot: Snapshot): string =>
  [
    table(
      [
        'Dịch vụ · Service',
        'PID',
        'Tốt · Well',
        'MiB',
        'Đang chờ · Waiting',
        'Khởi động lại · Restarts',
      ],
      [...snapshot.services.map(serviceRow), totalRow(snapshot.services)],
    ),
    ...factsOf(snapshot).map(([name, value]) => `${name}: ${value}`),
    ...snapshot.processes.filter(({ waiting }) => waiting > 0).map(waitingLine),
  ].join('\n');

const factsOf = (snapshot: Snapshot): (readonly [string, string])[] => [
  ['Địa chỉ · URL', `${snapshot.url}  (/docs, /v1)`],
  ['Trục quốc gia · Axis', `${snapshot.addresses.national}${reachable(snapshot.axisReachable)}`],
  ['Đồng hồ · Clock', snapshot.clock],
  ['Độ bền · Durability', snapshot.durability],
  ['Sự kiện cuối · Last sequence', String(snapshot.lastSequence ?? '—')],
  ['Tạm giữ · Parked', String(snapshot.parked ?? '—')],
];

const reachable = (known: boolean | null): string =>
  known === false ? '  (không kết nối được · not reachable)' : '';

const serviceRow = ({ name, pid, healthy, pssBytes, waiting, restarts }: ServiceStatus) => [
  name,
  pid ?? '—',
  healthy ? '✓' : '✗',
  pssBytes === undefined ? '—' : mebibytes(pssBytes),
  waiting,
  restarts,
];

const totalRow = (services: readonly ServiceStatus[]) => {
  const known = services.flatMap(({ pssBytes }) => (pssBytes === undefined ? [] : [pssBytes]));
  const total = known.length === 0 ? '—' : mebibytes(known.reduce((sum, bytes) => sum + bytes, 0));
  return ['Tổng · Total', '', '', total, '', ''];
};

const mebibytes = (bytes: number): string => (bytes / BYTES_PER_MIB).toFixed(0);

const waitingLine = (process: Snapshot['processes'][number]): string => {
  const { name, waiting, oldestWaitingSeconds, lastError } = process;
  const why = lastError === undefined ? '' : `: ${lastError}`;
  return `Đang chờ · Waiting: ${name} ${String(waiting)}, ${oldestWaitingSeconds.toFixed(0)} s${why}`;
};
