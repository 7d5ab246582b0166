import { readDate, readTimestamp } from '../lexical.js';
import type { XmlElement } from '../xml/element.js';
import { type Deviation, deviation } from './deviation.js';
import { ruling } from './profile.js';
import type { CheckRule } from './rules.js';

type Check = (text: string) => CheckRule | undefined;

const DATE = /^\d{4}\/\d{2}\/\d{2}$/;
const TIME = /^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/;
const CODE_102 = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/;
const CODE_20 = /^(?=.{3,35}$)[A-Z]\d{2}(\.[0-9A-Z]+)*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOCUMENT_ID = /^[^,]+,(\d{4}\/\d{2}\/\d{2}),[^,/]+\/[^,]+$/;
const STATUSES = ['01', '02', '03', '04', '05', '06', '13', '15', '16'];
const NOBODY = 'null';

const date: Check = (text) => {
  if (readDate(text) === undefined) return 'date-unreadable';
  return DATE.test(text) ? undefined : 'date-form';
};

const time: Check = (text) => {
  if (readTimestamp(text) === undefined) return 'time-unreadable';
  return TIME.test(text) ? undefined : 'time-form';
};

const documentId: Check = (text) => {
  if (UUID.test(text)) return undefined;
  const [, day] = DOCUMENT_ID.exec(text) ?? [];
  if (day === undefined) return 'document-id-form';
  return readDate(day) === undefined ? 'document-id-day' : undefined;
};

const organ: Check = (text) =>
  CODE_102.test(text) || CODE_20.test(text) ? undefined : 'organ-code-form';

const oneOf =
  (rule: CheckRule, ...values: readonly string[]): Check =>
  (text) =>
    values.includes(text) ? undefined : rule;

const flag = oneOf('value-unknown', '0', '1');

const hop: Check = (text) => (text === NOBODY ? 'organ-null' : undefined);

/** By the name of the element, where it matters behind that of what holds it. */
const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['PromulgationDate', date],
  ['DueDate', date],
  ['Timestamp', time],
  ['OrganId', organ],
  ['TraceHeader/OrganId', hop],
  ['MessageHeader/DocumentId', documentId],
  ['CodeNumber', (text) => (/^\d+$/.test(text) ? undefined : 'code-number-form')],
  ['Priority', oneOf('value-unknown', '0', '1', '2', '3', '4')],
  ['Direction', oneOf('value-unknown', 'true', 'false')],
  ['Paper', flag],
  ['DocumentInfo', flag],
  ['DocumentReceiver', flag],
  ['ReceiverType', flag],
  ['StatusCode', oneOf('status-unknown', ...STATUSES)],
]);

/** Whether what the elements of the header say is spelled as the profile has it. */
export const checkValues = (element: XmlElement): readonly Deviation[] => [
  ...checkValue(element),
  ...element.children.flatMap(checkValues),
];

const checkValue = (element: XmlElement): Deviation[] => {
  const check = ruling(CHECKS, element);
  if (check === undefined || element.isEmpty) return [];
  const { text } = element;
  const rule = check(text);
  return rule === undefined ? [] : [deviation(rule, element, text)];
};
